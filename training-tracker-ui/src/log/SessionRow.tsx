import { memo, useRef } from 'react';
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
  editing: boolean;
  /** null: no line is edited any more. */
  onEdit: (id: string | null) => void;
};

/** A session in a line; opened, with its notes in full and what can be done with it. Edited in its place. */
export const SessionRow = memo(function SessionRow({
  session,
  withAthlete,
  open,
  onToggle,
  editing,
  onEdit,
}: Props) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const summary = useSummary();
  const head = useRef<HTMLButtonElement>(null);
  const endEditing = () => {
    onEdit(null);
    head.current?.focus();
  };
  const details = `details-${session.id}`;
  const name = summary(session);
  return (
    <article className={styles.row} aria-label={name}>
      <button
        ref={head}
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={details}
        onClick={() => onToggle(session.id)}
      >
        <span className="visually-hidden">{t(open ? 'row.hide' : 'row.show')} </span>
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
              <EditSession session={session} onSaved={endEditing} onCancel={endEditing} />
            </div>
          ) : (
            <SessionDetails session={session} onEdit={() => onEdit(session.id)} />
          )}
        </div>
      ) : null}
    </article>
  );
});
