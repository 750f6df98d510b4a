import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

type Wiring = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
type Props = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string | undefined;
  /** Gets what ties the control to its label, hint and error. */
  children: (wiring: Wiring) => ReactNode;
};

/** A labelled control with a hint and an error that screen readers are told of. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const note = `${id}-note`;
  const text = error ?? hint;
  return (
    <div className={[styles.field, className ?? ''].join(' ')}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': text ? note : undefined })}
      {text ? (
        <p id={note} className={error ? styles.error : styles.hint}>
          {text}
        </p>
      ) : null}
    </div>
  );
}
