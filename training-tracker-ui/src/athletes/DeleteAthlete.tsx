import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteAthlete } from '@/api/athletes';
import { ResponseError } from '@/api/errors';
import type { Athlete } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { useToast } from '@/components/Toast';
import { useFormat } from '@/preferences/format';
import styles from './AthletePage.module.css';
import { useRosterChange } from './useRosterChange';

/** How many sessions the server says the athlete has; null when it said something else. */
function sessionCount(error: Error | null): number | null {
  if (!(error instanceof ResponseError) || error.code !== 'ATHLETE_HAS_SESSIONS') return null;
  const { sessionCount: count } = error.detail as { sessionCount?: unknown };
  return typeof count === 'number' ? count : 0;
}

interface Props {
  athlete: Athlete;
  onClose: () => void;
  onDeleted: () => void;
}

/**
 * Deletes an athlete. The first try never takes sessions along; where there are some the server refuses and says how many, and
 * only after the athlete's name has been typed they go with the athlete.
 */
export function DeleteAthlete({ athlete, onClose, onDeleted }: Props) {
  const { t } = useTranslation('athletes');
  const format = useFormat();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const remove = useRosterChange(
    (cascade: boolean) => deleteAthlete(athlete.id, cascade),
    () => {
      toast({ text: t('delete.done', { name: athlete.name }) });
      onDeleted();
    },
  );
  const [count, setCount] = useState<number | null>(null);
  const refusedFor = sessionCount(remove.error);
  if (refusedFor !== null && refusedFor !== count) setCount(refusedFor);
  const confirmed = count === null || typed.trim() === athlete.name;
  const failure = remove.error && refusedFor === null ? remove.error.message : null;
  return (
    <Dialog title={t('delete.title', { name: athlete.name })} onClose={onClose}>
      <form
        className={styles.delete}
        onSubmit={(event) => {
          event.preventDefault();
          if (confirmed && !remove.isPending) remove.mutate(count !== null);
        }}
      >
        {count === null ? (
          <p>{t('delete.question')}</p>
        ) : (
          <>
            <p role="alert">
              <strong>{t('delete.cascade', { count, shown: format.number(count) })}</strong>
            </p>
            <Field label={t('delete.type')} hint={athlete.name}>
              {(wiring) => (
                <input
                  {...wiring}
                  value={typed}
                  autoComplete="off"
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        {failure ? (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="danger" type="submit" disabled={!confirmed || remove.isPending}>
            {t(count === null ? 'delete.confirm' : 'delete.confirmAll')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
