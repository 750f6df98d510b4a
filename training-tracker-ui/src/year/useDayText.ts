import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/preferences/format';
import type { Day } from '@/training/days';
import type { PeriodTotals } from '@/training/measures';

/** A day and its sums as a sentence, for the tooltip and for those who hear it. */
export function useDayText(): (day: Day, totals: PeriodTotals) => string {
  const { t } = useTranslation('year');
  const format = useFormat();
  return useCallback(
    (day, totals) => {
      const count = totals.totalSessions;
      const values = [
        count === 0 ? t('nothing') : t('dayWith', { count, formatted: format.number(count) }),
        totals.totalDistance > 0 ? format.distance(totals.totalDistance) : '',
        totals.totalDuration > 0 ? format.duration(totals.totalDuration) : '',
        totals.load > 0 ? t('load', { formatted: format.number(totals.load) }) : '',
      ];
      return t('day', {
        day: format.day(day, { dateStyle: 'full' }),
        values: values.filter(Boolean).join(', '),
      });
    },
    [t, format],
  );
}
