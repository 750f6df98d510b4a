import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChangedElsewhereError } from '@/api/errors';
import { type Versioned, getSession } from '@/api/sessions';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { usePreferences } from '@/preferences/store';
import { ChangedElsewhere } from './ChangedElsewhere';
import { draftOf, dropDraft, keepDraft } from './drafts';
import { type FormValues, NEW, fieldsOf, valuesOf } from './formValues';
import { useSummary, useTellProblem, useTellFailure } from './formTexts';
import { makeKeyRing, saveSession } from './save';
import styles from './SessionForm.module.css';
import { SessionFields } from './SessionFields';

type Props = {
  /** Which draft this is: 'new', or the session edited or copied. */
  form: string;
  /** What the form starts from where there is no draft. */
  start: FormValues;
  /** What the opener said, which a draft does not outweigh: a day of the calendar, an athlete. */
  asked?: Partial<FormValues>;
  /** The session as loaded, when it is edited. */
  edited: Versioned | null;
  onSaved: (session: Session) => void;
  onCancel: () => void;
};

/** The session form: creates, or changes, one session. Enter saves. What is typed survives until it is saved. */
export function SessionForm({ form: name, start, asked, edited, onSaved, onCancel }: Props) {
  const { t } = useTranslation('sessions');
  const { units, language } = usePreferences();
  const client = useQueryClient();
  const summary = useSummary();
  const tellProblem = useTellProblem();
  const tellFailure = useTellFailure();
  const [draft, setDraft] = useState(() => draftOf(name));
  const [base, setBase] = useState(edited);
  const [conflict, setConflict] = useState<Versioned | null>(null);
  const [failure, setFailure] = useState('');
  const [status, setStatus] = useState('');
  const [keyFor] = useState(makeKeyRing);
  const form = useForm<FormValues>({ defaultValues: draft ? { ...draft, ...asked } : start });
  const [round, setRound] = useState(0);
  const again = useRef(false);
  const busy = useRef(false);
  const { watch, reset, setFocus, setError, setValue, getValues, formState } = form;

  useEffect(() => {
    const watching = watch((values) => keepDraft(name, values as FormValues));
    return () => watching.unsubscribe();
  }, [watch, name]);

  // At the start, and again whenever the form is emptied (which forgets its controls until they are drawn anew).
  useEffect(() => {
    setFocus(getValues('athleteId') === NEW ? 'athleteName' : 'duration');
  }, [setFocus, getValues, round]);

  const startAfresh = (values: FormValues) => {
    reset(values);
    dropDraft(name);
    setDraft(null);
    setRound((count) => count + 1);
  };

  const save = async (values: FormValues, onto: Versioned | null) => {
    setFailure('');
    setStatus('');
    const original = onto
      ? { session: onto.session, shown: valuesOf(onto.session, units, language) }
      : undefined;
    const { fields, problems } = fieldsOf(values, units, original);
    if (problems) {
      const found = Object.entries(problems) as [keyof FormValues, NonNullable<(typeof problems)['date']>][];
      found.forEach(([field, problem], index) =>
        setError(field, { message: tellProblem(field, problem) }, { shouldFocus: index === 0 }),
      );
      return;
    }
    const job = {
      fields,
      athlete: values.athleteId === NEW ? { name: values.athleteName.trim() } : { id: values.athleteId },
      edited: onto,
      keyFor,
      onAthlete: (id: string) => setValue('athleteId', id),
    };
    try {
      const session = await saveSession(client, job);
      dropDraft(name);
      if (again.current) {
        startAfresh({
          ...start,
          athleteId: session.athlete_id,
          date: session.date,
          sport: session.sport ?? '',
        });
        setStatus(t('savedNext', { session: summary(session) }));
      } else {
        onSaved(session);
      }
    } catch (error) {
      if (error instanceof ChangedElsewhereError && onto) {
        await getSession(onto.session.id).then(setConflict, (cause: unknown) =>
          setFailure(tellFailure(cause)),
        );
      } else {
        setFailure(tellFailure(error));
      }
    }
  };

  // The buttons are not disabled meanwhile, since that would take the focus from them.
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    await form.handleSubmit((values) => save(values, base))(event);
    busy.current = false;
  };

  const showTheirs = (theirs: Versioned) => {
    setBase(theirs);
    setConflict(null);
    startAfresh(valuesOf(theirs.session, units, language));
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {draft ? (
        <p className={styles.draft}>
          <span>{t('draftRestored')}</span>
          <Button kind="quiet" onClick={() => startAfresh(start)}>
            {t('draftDiscard')}
          </Button>
        </p>
      ) : null}
      <SessionFields form={form} editing={edited !== null} />
      {conflict ? (
        <ChangedElsewhere
          session={conflict.session}
          onTheirs={() => showTheirs(conflict)}
          onMine={() => {
            setConflict(null);
            void save(getValues(), conflict);
          }}
        />
      ) : null}
      <p className={styles.failure} role="alert">
        {failure}
      </p>
      <p className={styles.status} role="status">
        {status}
      </p>
      <div className={styles.actions}>
        <Button
          type="submit"
          kind="primary"
          aria-disabled={formState.isSubmitting}
          onClick={() => {
            again.current = false;
          }}
        >
          {formState.isSubmitting ? t('saving') : t('save')}
        </Button>
        {edited ? null : (
          <Button
            type="submit"
            aria-disabled={formState.isSubmitting}
            onClick={() => {
              again.current = true;
            }}
          >
            {t('saveAndAdd')}
          </Button>
        )}
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
