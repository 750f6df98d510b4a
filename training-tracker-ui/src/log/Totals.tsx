import { useTranslation } from 'react-i18next';
import type { SessionFilter } from '@/api/types';
import { useFormat } from '@/preferences/format';
import { usePeriods } from '@/sessions/periods';
import { useSessionStatistics } from '@/sessions/queries';
import { totalsOfPeriods } from '@/training/measures';
import { isRide } from '@/training/pace';
import styles from './Totals.module.css';

/** Sums over everything that the filter lets through, not only over what is loaded. */
export function Totals({ filter }: { filter: SessionFilter }) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const { data } = useSessionStatistics(filter);
  const months = usePeriods('month', filter).data ?? [];
  if (!data || data.totalSessions === 0) return null;

  const totals = totalsOfPeriods(months);
  const effort = { duration: totals.paceDuration, distance: totals.paceDistance };
  const sports = [...new Set(months.flatMap((month) => month.sports.map((each) => each.sport)))];
  const rides = sports.filter(isRide).length;
  // The mean of a run's pace and a ride's speed says nothing.
  const pace = rides === 0 ? format.pace(effort) : rides === sports.length ? format.speed(effort) : null;
  return (
    <dl className={styles.totals} aria-label={t('totals.label')}>
      <Total
        name={t('totals.sessions', { count: data.totalSessions })}
        value={format.number(data.totalSessions)}
      />
      <Total name={t('totals.time')} value={format.hours(data.totalDuration)} />
      <Total name={t('totals.distance')} value={format.shortDistance(data.totalDistance)} />
      {pace && effort.distance > 0 ? (
        <Total name={rides > 0 ? t('totals.speed') : t('totals.pace')} value={pace} />
      ) : null}
    </dl>
  );
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
