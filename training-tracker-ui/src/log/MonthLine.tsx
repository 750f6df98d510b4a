import { useTranslation } from 'react-i18next';
import type { Period } from '@/api/types';
import { useFormat } from '@/preferences/format';
import styles from './SessionList.module.css';

/** A month's heading with its sums (of all its sessions in the filter, loaded or not). */
export function MonthLine({ month, totals }: { month: string; totals: Period | undefined }) {
  const { t } = useTranslation('log');
  const format = useFormat();
  return (
    <div className={styles.month}>
      <h2>{format.day(month, { month: 'long', year: 'numeric' })}</h2>
      {totals ? (
        <p>
          <span>{t('monthSessions', { count: totals.totalSessions })}</span>
          {totals.totalDuration > 0 ? <span>{format.hours(totals.totalDuration)}</span> : null}
          {totals.totalDistance > 0 ? <span>{format.shortDistance(totals.totalDistance)}</span> : null}
        </p>
      ) : null}
    </div>
  );
}
