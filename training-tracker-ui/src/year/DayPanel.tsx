import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { listAllSessions } from '@/api/sessions';
import type { SessionFilter } from '@/api/types';
import { Button } from '@/components/Button';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import { useEntry } from '@/sessions/entry';
import { SessionChip } from '@/sessions/SessionChip';
import type { Day } from '@/training/days';
import styles from './YearPage.module.css';

/** The sessions of the chosen day. */
export function DayPanel({ day, filter, onClose }: { day: Day; filter: SessionFilter; onClose: () => void }) {
  const { t } = useTranslation(['year', 'common', 'training']);
  const format = useFormat();
  const { openNew } = useEntry();
  const ofDay = { ...filter, startDate: day, endDate: day };
  const panel = useRef<HTMLElement>(null);
  const sessions = useQuery({
    queryKey: keys.allSessions(ofDay),
    queryFn: ({ signal }) => listAllSessions(ofDay, signal),
  });
  const isLoaded = sessions.data !== undefined;
  // On a phone the year is longer than the screen.
  useEffect(() => {
    // Its result is no clean-up: newer browsers return a promise.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [day, isLoaded]);
  return (
    <section ref={panel} className={styles.panel} aria-live="polite">
      <header>
        <h3>{format.day(day, { dateStyle: 'full' })}</h3>
        <Button kind="quiet" icon="close" iconOnly={t('common:close')} onClick={onClose} />
      </header>
      {sessions.data ? (
        <div className={styles.panelSessions}>
          {sessions.data.length === 0 ? <p>{t('nothing')}</p> : null}
          {sessions.data.map((session) => (
            <SessionChip
              key={session.id}
              session={session}
              withAthlete={filter.athleteId === undefined}
              wide
            />
          ))}
        </div>
      ) : sessions.isError ? (
        <RetryMessage
          what={t('training:what.sessions')}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      ) : (
        <Skeleton rows={1} height={44} />
      )}
      <Button icon="plus" onClick={() => openNew({ date: day })}>
        {t('add')}
      </Button>
    </section>
  );
}
