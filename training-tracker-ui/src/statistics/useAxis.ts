import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { formatNumber } from '@/training/distance';
import { formatMeasure, type Measure } from '@/training/measures';
import { fromKilometres, unitSymbol } from '@/training/units';

export type Axis = {
  /** What the axis counts in; empty for plain counts. */
  unit: string;
  /** A stored number (km, minutes, …) as one of the axis. */
  scaled: (value: number) => number;
  tick: (value: number) => string;
  /** A stored number in words. */
  text: (value: number) => string;
};

/** How a measure is drawn in the user's units: distances in km or miles, times in hours. */
export function useAxis(measure: Measure): Axis {
  const { t } = useTranslation('statistics');
  const { units, language } = usePreferences();
  return useMemo(() => {
    const scaled = (value: number) =>
      measure === 'distance' ? fromKilometres(value, units) : measure === 'time' ? value / 60 : value;
    const unit = measure === 'distance' ? unitSymbol(units) : measure === 'time' ? t('bars.unitTime') : '';
    return {
      unit,
      scaled,
      tick: (value: number) => formatNumber(value, language, 1),
      text: (value: number) => formatMeasure(value, measure, units, language),
    };
  }, [measure, units, language, t]);
}
