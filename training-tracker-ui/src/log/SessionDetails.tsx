import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { useEntry } from '@/sessions/entry';
import { useDeleteSession } from '@/sessions/mutations';
import styles from './SessionRow.module.css';

/** What the line has no room for, and the buttons. */
export function SessionDetails({ session, onEdit }: { session: Session; onEdit: () => void }) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const { language } = usePreferences();
  const { openNew } = useEntry();
  const remove = useDeleteSession();
  const [busy, setBusy] = useState(false);
  const changed = new Date(session.updatedAt);
  const when = Number.isNaN(changed.getTime())
    ? null
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(changed);
  const facts = [
    session.athlete_name,
    session.rpe === undefined ? null : t('row.rpe', { value: format.number(session.rpe, 1) }),
    session.rpe === undefined
      ? null
      : t('row.load', { value: format.number(session.rpe * session.duration) }),
    session.excludedFromRecords ? t('row.excluded') : null,
    session.source ? t('row.source', { source: session.source.split(':')[0] ?? '' }) : null,
    when ? t('row.changed', { when }) : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className={session.notes ? styles.fullNotes : styles.noNotes}>{session.notes ?? t('row.noNotes')}</p>
      <p className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <div className={styles.actions}>
        <Button icon="edit" onClick={onEdit}>
          {t('row.edit')}
        </Button>
        <Button icon="copy" onClick={() => openNew({ copyOf: session })}>
          {t('row.duplicate')}
        </Button>
        <Button
          icon="trash"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void remove(session).finally(() => {
              setBusy(false);
              // The button is gone with its row; the focus stays on the page.
              document.getElementById('main')?.focus();
            });
          }}
        >
          {t('row.delete')}
        </Button>
      </div>
    </>
  );
}
