import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import styles from './NameForm.module.css';

/** The server's limit, in code points. */
const NAME_LENGTH_MAX = 200;

interface Props {
  name: string;
  saving: boolean;
  /** What the server said to the last try. */
  error: Error | null;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** A name to enter or to change in place. Enter saves, Escape leaves it as it was. */
export function NameForm({ name, saving, error, onSave, onCancel }: Props) {
  const { t } = useTranslation('athletes');
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = () => {
    const trimmed = text.trim();
    if (trimmed === '') setProblem(t('nameNeeded'));
    else if (Array.from(trimmed).length > NAME_LENGTH_MAX) setProblem(t('nameTooLong'));
    else onSave(trimmed);
    input.current?.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t('name')} error={problem ?? error?.message} className={styles.name}>
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            value={text}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value);
              setProblem(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onCancel();
            }}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={saving}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
