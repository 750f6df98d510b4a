import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { athleteStatistics } from '@/api/athletes';
import { keys } from '@/api/keys';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import { useSports } from '@/sessions/queries';
import styles from './AthletePage.module.css';

/** What the athlete did in all, and how much of it in which sport. */
export function Totals({ athleteId }: { athleteId: string }) {
  const { t } = useTranslation('athletes');
  const format = useFormat();
  const statistics = useQuery({
    queryKey: keys.athleteStatistics(athleteId),
    queryFn: ({ signal }) => athleteStatistics(athleteId, signal),
  });
  const data = statistics.data;
  if (!data) {
    return statistics.error ? (
      <RetryMessage
        what={t('profile.totals')}
        error={statistics.error}
        onRetry={() => void statistics.refetch()}
      />
    ) : (
      <Skeleton rows={1} height={84} />
    );
  }
  const values = [
    [t('profile.totalSessions'), format.number(data.totalSessions)],
    [t('profile.totalTime'), format.hours(data.totalDuration)],
    [t('profile.totalDistance'), format.shortDistance(data.totalDistance)],
    [t('profile.averageTime'), format.hours(data.averageDuration)],
    [t('profile.averageDistance'), format.shortDistance(data.averageDistance)],
  ] as const;
  return (
    <section aria-labelledby="totals-title">
      <h2 id="totals-title" className={styles.title}>
        {t('profile.totals')}
      </h2>
      <dl className={styles.totals}>
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Sports athleteId={athleteId} />
    </section>
  );
}

function Sports({ athleteId }: { athleteId: string }) {
  const { t } = useTranslation('athletes');
  const format = useFormat();
  const sports = useSports(athleteId);
  // The totals above are there already; without this list nothing is wrong.
  if (!sports.data || sports.data.length === 0) return null;
  return (
    <table className={styles.sports}>
      <caption>{t('profile.sports')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('profile.sport')}</th>
          <th scope="col">{t('profile.totalSessions')}</th>
          <th scope="col">{t('profile.totalTime')}</th>
          <th scope="col">{t('profile.totalDistance')}</th>
        </tr>
      </thead>
      <tbody>
        {sports.data.map((row) => (
          <tr key={row.sport ?? ''}>
            <th scope="row">{row.sport ?? t('profile.noSport')}</th>
            <td>{format.number(row.totalSessions)}</td>
            <td>{format.hours(row.totalDuration)}</td>
            <td>{format.shortDistance(row.totalDistance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
