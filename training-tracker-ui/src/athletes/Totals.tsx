import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { athleteStatistics } from '@/api/athletes';
import { keys } from '@/api/keys';
import { listSports } from '@/api/statistics';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { usePreferences } from '@/preferences/store';
import { formatNumber, formatShortDistance } from '@/training/distance';
import { formatHours } from '@/training/duration';
import styles from './AthletePage.module.css';

/** What the athlete did in all, and how much of it in which sport. */
export function Totals({ athleteId }: { athleteId: string }) {
  const { t, i18n } = useTranslation('athletes');
  const { units } = usePreferences();
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
  const language = i18n.language;
  const distance = (kilometres: number) => formatShortDistance(kilometres, units, language);
  const values = [
    [t('profile.totalSessions'), formatNumber(data.totalSessions, language)],
    [t('profile.totalTime'), formatHours(data.totalDuration)],
    [t('profile.totalDistance'), distance(data.totalDistance)],
    [t('profile.averageTime'), formatHours(data.averageDuration)],
    [t('profile.averageDistance'), distance(data.averageDistance)],
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
  const { t, i18n } = useTranslation('athletes');
  const { units } = usePreferences();
  const sports = useQuery({
    queryKey: keys.sports(athleteId),
    queryFn: ({ signal }) => listSports(athleteId, signal),
  });
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
            <td>{formatNumber(row.totalSessions, i18n.language)}</td>
            <td>{formatHours(row.totalDuration)}</td>
            <td>{formatShortDistance(row.totalDistance, units, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
