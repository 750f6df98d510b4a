import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { usePreferences } from '@/preferences/store';
import { formatNumber } from '@/training/distance';
import type { Day } from '@/training/days';
import { formatMeasure, totalsOfSessions } from '@/training/measures';
import styles from './CalendarPage.module.css';

type Props = { week: readonly Day[]; sessions: ReadonlyMap<Day, readonly Session[]> };

/** What a week adds up to. */
export function WeekTotal({ week, sessions }: Props) {
  const { t } = useTranslation('training');
  const { units, language } = usePreferences();
  const totals = totalsOfSessions(week.flatMap((day) => sessions.get(day) ?? []));
  if (totals.totalSessions === 0) return <span className={styles.noTotal}>–</span>;
  const count = totals.totalSessions;
  return (
    <>
      <strong>{formatMeasure(totals.totalDistance, 'distance', units, language)}</strong>
      <span>{formatMeasure(totals.totalDuration, 'time', units, language)}</span>
      <span>{t('count', { count, formatted: formatNumber(count, language) })}</span>
    </>
  );
}
