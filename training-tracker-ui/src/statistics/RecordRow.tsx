import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { useFormat } from '@/preferences/format';
import styles from './StatisticsPage.module.css';
import { useExclude } from './useExclude';

/** Where the log shows a session: its athlete's day. */
export function addressOfSession(session: Pick<Session, 'athlete_id' | 'date'>): string {
  const filter = new URLSearchParams({
    athleteId: session.athlete_id,
    from: session.date,
    to: session.date,
  });
  return `/?${filter.toString()}`;
}

/** A session as words: its day, sport and, where several athletes are shown, whose. */
export function useSessionName(): (session: Session, withAthlete: boolean) => string {
  const { t } = useTranslation('statistics');
  const format = useFormat();
  return (session, withAthlete) =>
    [
      format.day(session.date, { dateStyle: 'medium' }),
      session.sport ?? t('records.noSport'),
      withAthlete ? session.athlete_name : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

type Props = { name: string; value: string; session: Session | null; withAthlete: boolean };

/** A record, the way to its session, and a way to leave that session out when it is faulty. */
export function RecordRow({ name, value, session, withAthlete }: Props) {
  const { t } = useTranslation('statistics');
  const nameOf = useSessionName();
  const { setExcluded, isPending } = useExclude();
  const words = session ? nameOf(session, withAthlete) : '';
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
      <td>{session ? <Link href={addressOfSession(session)}>{words}</Link> : null}</td>
      <td className={styles.action}>
        {session ? (
          <Button
            kind="quiet"
            disabled={isPending}
            aria-label={t('records.excludeNamed', { session: words })}
            onClick={() => setExcluded(session, true)}
          >
            {t('records.exclude')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
