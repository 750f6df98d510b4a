import { Segments } from '@/components/Segments';
import styles from './SettingsPage.module.css';

interface Props<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

/** One setting: what it is, its few choices side by side, and what there is to know about it. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  return (
    <div className={styles.choice}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <Segments
        label={label}
        value={value}
        options={options.map(([option, words]) => ({ value: option, label: words }))}
        onChange={onChange}
      />
      {hint ? <p className={styles.note}>{hint}</p> : null}
    </div>
  );
}
