import { useId } from 'react';
import styles from './SettingsPage.module.css';

interface Props<T extends string> {
  label: string;
  hint?: string;
  value: T;
  /** Value, words, and the language of the words where it is not the page's. */
  options: readonly (readonly [T, string, string?])[];
  onChange: (value: T) => void;
}

/** A few choices side by side: radio buttons, so that the arrow keys move between them. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {options.map(([option, words, lang]) => (
          <label key={option} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span lang={lang}>{words}</span>
          </label>
        ))}
      </div>
      {hint ? <p className={styles.note}>{hint}</p> : null}
    </fieldset>
  );
}
