import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { listSessions } from '@/api/sessions';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import { useEntry } from '@/sessions/entry';
import styles from './AthletePage.module.css';

const SHOWN = 10;

/** The athlete's latest sessions; each opens in the form. */
export function Recent({ athleteId }: { athleteId: string }) {
  const { t } = useTranslation('athletes');
  const { t: common } = useTranslation();
  const { openNew } = useEntry();
  const recent = useQuery({
    // Not under keys.sessions: those are lists page by page.
    queryKey: [...keys.store, 'recent-sessions', athleteId],
    queryFn: ({ signal }) => listSessions({ athleteId }, null, signal),
  });
  const sessions = recent.data?.data.slice(0, SHOWN);
  return (
    <section aria-labelledby="recent-title">
      <div className={styles.heading}>
        <h2 id="recent-title" className={styles.title}>
          {t('profile.recent')}
        </h2>
        <Button icon="plus" onClick={() => openNew({ athleteId })}>
          {common('addSession')}
        </Button>
      </div>
      {sessions && sessions.length > 0 ? (
        <ul className={styles.recent}>
          {sessions.map((session) => (
            <RecentSession key={session.id} session={session} />
          ))}
        </ul>
      ) : sessions ? (
        <p className={styles.none}>{t('profile.noSessions')}</p>
      ) : recent.error ? (
        <RetryMessage what={t('profile.recent')} error={recent.error} onRetry={() => void recent.refetch()} />
      ) : (
        <Skeleton rows={4} height={48} />
      )}
    </section>
  );
}

function RecentSession({ session }: { session: Session }) {
  const format = useFormat();
  const { openEdit } = useEntry();
  return (
    <li>
      <button type="button" className={styles.session} onClick={() => openEdit(session)}>
        <span className={styles.day}>
          {format.day(session.date, {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            year: 'numeric',
          })}
        </span>
        <span className={styles.sport}>{session.sport ?? '–'}</span>
        <span>{format.duration(session.duration)}</span>
        <span>{format.distance(session.distance)}</span>
        <span>{format.paceOrSpeed(session, session.sport)}</span>
        <span className={styles.notes}>{session.notes}</span>
      </button>
    </li>
  );
}
