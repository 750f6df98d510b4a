import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './States.module.css';

type Props = {
  /** What failed, as in "The sessions". */
  what: string;
  error: unknown;
  onRetry: () => void;
};

/** Says what could not be loaded and why, in the server's words where it gave any. */
export function RetryMessage({ what, error, onRetry }: Props) {
  const { t } = useTranslation();
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  const reason =
    name === 'ServerAwayError'
      ? t('errors.away')
      : name === 'ServerFailedError'
        ? t('errors.failed', { message })
        : message;
  return (
    <section className={styles.state} role="alert">
      <h2>{t('errors.title', { what })}</h2>
      <p>{reason}</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={onRetry}>
          {t('retry')}
        </Button>
      </div>
    </section>
  );
}
