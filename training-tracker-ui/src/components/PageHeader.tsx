import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PageHeader.module.css';

/** The page's h1, the document's title, and at its right what the page offers (children). */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      {children ? <div className={styles.tools}>{children}</div> : null}
    </header>
  );
}
