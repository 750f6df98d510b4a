import { useTranslation } from 'react-i18next';
import styles from './States.module.css';

/** Grey bars where content will be; height in pixels. */
export function Skeleton({ rows = 1, height = 56 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.bar} style={{ height }} />
      ))}
    </div>
  );
}
