import type { ReactNode } from 'react';
import styles from './States.module.css';

/** Nothing to show, why, and what to do about it (children: buttons). */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <section className={styles.state}>
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </section>
  );
}
