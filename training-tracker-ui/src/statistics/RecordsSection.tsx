import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { getRecords } from '@/api/statistics';
import type { SessionFilter } from '@/api/types';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { usePreferences } from '@/preferences/store';
import type { Day } from '@/training/days';
import { Excluded } from './Excluded';
import { RecordsTable } from './RecordsTable';
import styles from './StatisticsPage.module.css';
import { Streaks } from './Streaks';

/** Streaks and records over all time; the window above does not narrow them. */
export function RecordsSection({ filter, today }: { filter: SessionFilter; today: Day }) {
  const { t } = useTranslation(['statistics', 'training']);
  const { weekStart } = usePreferences();
  const records = useQuery({
    queryKey: keys.records(today, weekStart, filter),
    queryFn: ({ signal }) => getRecords(today, weekStart, filter, signal),
  });
  if (records.isError && !records.data) {
    return (
      <RetryMessage
        what={t('training:what.records')}
        error={records.error}
        onRetry={() => void records.refetch()}
      />
    );
  }
  if (!records.data) return <Skeleton rows={4} height={44} />;
  return (
    <>
      <section className={styles.card}>
        <h2>{t('streaks.title')}</h2>
        <Streaks records={records.data} />
      </section>
      <section className={styles.card}>
        <h2>{t('records.title')}</h2>
        {filter.sport === undefined ? <p className={styles.note}>{t('records.mixed')}</p> : null}
        <RecordsTable records={records.data} withAthlete={filter.athleteId === undefined} />
        {records.data.excludedSessions > 0 ? (
          <Excluded count={records.data.excludedSessions} filter={filter} />
        ) : null}
      </section>
    </>
  );
}
