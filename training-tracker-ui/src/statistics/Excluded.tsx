import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { keys } from '@/api/keys';
import { listAllSessions } from '@/api/sessions';
import type { SessionFilter } from '@/api/types';
import { Button } from '@/components/Button';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import { addressOfSession, useSessionName } from './RecordRow';
import styles from './StatisticsPage.module.css';
import { useExclude } from './useExclude';

type Props = { count: number; filter: SessionFilter };

/** The sessions that count in no record, and the way back for each. */
export function Excluded({ count, filter }: Props) {
  const { t } = useTranslation('statistics');
  const format = useFormat();
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.excluded}>
      <p className={styles.note}>
        {t('records.excluded', { count, formatted: format.number(count) })}{' '}
        <Button kind="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? t('records.hideExcluded') : t('records.showExcluded')}
        </Button>
      </p>
      {isShown ? <ExcludedList id={id} filter={filter} /> : null}
    </div>
  );
}

function ExcludedList({ id, filter }: { id: string; filter: SessionFilter }) {
  const { t } = useTranslation(['statistics', 'training']);
  const format = useFormat();
  const nameOf = useSessionName();
  const { setExcluded, isPending } = useExclude();
  const sessions = useQuery({
    queryKey: keys.allSessions(filter),
    queryFn: ({ signal }) => listAllSessions(filter, signal),
    select: (all) => all.filter((session) => session.excludedFromRecords === true),
  });
  if (sessions.isError && !sessions.data) {
    return (
      <RetryMessage
        what={t('training:what.sessions')}
        error={sessions.error}
        onRetry={() => void sessions.refetch()}
      />
    );
  }
  if (!sessions.data) return <Skeleton rows={1} height={44} />;
  return (
    <ul id={id} className={styles.excludedList}>
      {sessions.data.map((session) => {
        const words = nameOf(session, filter.athleteId === undefined);
        return (
          <li key={session.id}>
            <Link href={addressOfSession(session)}>{words}</Link>
            <span>{`${format.distance(session.distance)} · ${format.duration(session.duration)}`}</span>
            <Button
              disabled={isPending}
              aria-label={t('records.includeNamed', { session: words })}
              onClick={() => setExcluded(session, false)}
            >
              {t('records.include')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
