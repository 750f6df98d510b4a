import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { formatNumber } from '@/training/distance';
import { formatMeasure, type PeriodTotals } from '@/training/measures';
import styles from './PeriodSummary.module.css';

type Props = { totals: PeriodTotals; activeDays?: number };

/** The sums of a period in one line. */
export function PeriodSummary({ totals, activeDays }: Props) {
  const { t } = useTranslation('training');
  const { units, language } = usePreferences();
  const count = (key: 'count' | 'activeDays', value: number) =>
    t(key, { count: value, formatted: formatNumber(value, language) });
  return (
    <ul className={styles.summary}>
      <li>{count('count', totals.totalSessions)}</li>
      {totals.totalDistance > 0 ? (
        <li>{formatMeasure(totals.totalDistance, 'distance', units, language)}</li>
      ) : null}
      {totals.totalDuration > 0 ? (
        <li>{formatMeasure(totals.totalDuration, 'time', units, language)}</li>
      ) : null}
      {activeDays === undefined ? null : <li>{count('activeDays', activeDays)}</li>}
    </ul>
  );
}
