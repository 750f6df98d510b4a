import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Icon } from '@/components/Icon';
import { useFormat } from '@/preferences/format';
import { useSummary } from '@/sessions/formTexts';
import { EditSession } from '@/sessions/LazyForm';
import styles from './SessionRow.module.css';
import { SessionDetails } from './SessionDetails';

type Props = {
  session: Session;
  withAthlete: boolean;
  open: boolean;
  onToggle: (id: string) => void;
};

/** A session in a line; opened, with its notes in full and what can be done with it. Edited in its place. */
export const SessionRow = memo(function SessionRow({ session, withAthlete, open, onToggle }: Props) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const summary = useSummary();
  const [editing, setEditing] = useState(false);
  const details = `details-${session.id}`;
  const name = summary(session);
  return (
    <article className={styles.row} aria-label={name}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={details}
        aria-label={t(open ? 'row.hide' : 'row.show', { session: name })}
        onClick={() => onToggle(session.id)}
      >
        <time className={styles.date} dateTime={session.date}>
          {format.day(session.date, { weekday: 'short', day: 'numeric', month: 'short' })}
        </time>
        <span className={styles.what}>
          <span className={styles.sport}>{session.sport ?? '–'}</span>
          {withAthlete ? <span className={styles.athlete}>{session.athlete_name}</span> : null}
        </span>
        <span className={styles.duration}>{format.duration(session.duration)}</span>
        <span className={styles.distance}>{format.distance(session.distance)}</span>
        <span className={styles.pace}>{format.paceOrSpeed(session, session.sport)}</span>
        <span className={styles.notes}>{open ? '' : session.notes}</span>
        <span className={styles.arrow}>
          <Icon name={open ? 'up' : 'down'} size={18} />
        </span>
      </button>
      {open ? (
        <div id={details} className={styles.details}>
          {editing ? (
            <div className={styles.edit}>
              <EditSession
                session={session}
                onSaved={() => setEditing(false)}
                onCancel={() => setEditing(false)}
              />
            </div>
          ) : (
            <SessionDetails session={session} onEdit={() => setEditing(true)} />
          )}
        </div>
      ) : null}
    </article>
  );
});
