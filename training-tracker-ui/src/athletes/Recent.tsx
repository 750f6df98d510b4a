import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { listSessions } from '@/api/sessions';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { usePreferences } from '@/preferences/store';
import { useEntry } from '@/sessions/entry';
import { formatDay } from '@/training/days';
import { formatDistance } from '@/training/distance';
import { formatDuration } from '@/training/duration';
import { formatPaceOrSpeed } from '@/training/pace';
import styles from './AthletePage.module.css';

const SHOWN = 10;

/** The athlete's latest sessions; each opens in the form. */
export function Recent({ athleteId }: { athleteId: string }) {
  const { t } = useTranslation('athletes');
  const { t: common } = useTranslation();
  const { openNew } = useEntry();
  const filter = { athleteId };
  const recent = useQuery({
    queryKey: [...keys.sessions(filter), 'recent'],
    queryFn: ({ signal }) => listSessions(filter, null, signal),
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
  const { i18n } = useTranslation('athletes');
  const { units } = usePreferences();
  const { openEdit } = useEntry();
  const language = i18n.language;
  return (
    <li>
      <button type="button" className={styles.session} onClick={() => openEdit(session)}>
        <span className={styles.day}>
          {formatDay(session.date, language, {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            year: 'numeric',
          })}
        </span>
        <span className={styles.sport}>{session.sport ?? '–'}</span>
        <span>{formatDuration(session.duration)}</span>
        <span>{formatDistance(session.distance, units, language)}</span>
        <span>{formatPaceOrSpeed(session, session.sport, units, language)}</span>
        <span className={styles.notes}>{session.notes}</span>
      </button>
    </li>
  );
}
