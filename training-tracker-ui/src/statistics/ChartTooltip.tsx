import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import type { Measure } from '@/training/measures';
import { formatPeriod, type PeriodKind } from '@/training/periods';
import type { Bar } from './series';
import styles from './StatisticsPage.module.css';
import { useAxis } from './useAxis';

/** The period of a bar in words. */
export function ChartTooltip({ bar, by, measure }: { bar: Bar; by: PeriodKind; measure: Measure }) {
  const { t } = useTranslation('statistics');
  const { language } = usePreferences();
  const axis = useAxis(measure);
  return (
    <div className={styles.tooltip}>
      <div>{formatPeriod(by, bar.start, language)}</div>
      <strong>{axis.text(bar.value)}</strong>
      <div>{t('before', { value: axis.text(bar.before) })}</div>
    </div>
  );
}
