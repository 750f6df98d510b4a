import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponseError } from '@/api/errors';
import type { ImportReport, ImportRow } from '@/api/types';
import { Button } from '@/components/Button';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import styles from './ImportPage.module.css';
import { RowsTable } from './RowsTable';

const OUTCOMES = ['created', 'duplicate', 'error'] as const;
type Shown = 'all' | ImportRow['outcome'];

interface Props {
  name: string;
  report: ImportReport | undefined;
  /** The rows are those of the settings before; the new ones are on their way. */
  updating: boolean;
  onCommit: () => void;
}

/** What would happen to each row, and the button that lets it happen. */
export function Preview({ name, report, updating, onCommit }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('all');
  if (!report) {
    return (
      <>
        <p className={styles.note} role="status">
          {t('reading', { name })}
        </p>
        <Skeleton rows={5} height={38} />
      </>
    );
  }
  const counts = {
    all: report.total,
    created: report.created,
    duplicate: report.duplicates,
    error: report.errors,
  };
  const rows = shown === 'all' ? report.rows : report.rows.filter((row) => row.outcome === shown);
  return (
    <div aria-busy={updating} className={updating ? styles.updating : undefined}>
      <p className={styles.note} role="status">
        {t('recognised', { format: report.format })}{' '}
        {report.athletesCreated > 0 ? `${t('athletesCreated', { count: report.athletesCreated })}.` : null}
      </p>
      {report.notices.map((notice) => (
        <p key={notice} className={styles.notice}>
          {notice}
        </p>
      ))}
      <div className={styles.bar}>
        <div role="group" aria-label={t('filter')} className={styles.filters}>
          {(['all', ...OUTCOMES] as const).map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={styles.filter}
              data-outcome={counts[outcome] > 0 ? outcome : undefined}
              aria-pressed={shown === outcome}
              onClick={() => setShown(outcome)}
            >
              <strong>{format.number(counts[outcome])}</strong>{' '}
              {outcome === 'all' ? t('all') : t(`outcome.${outcome}`)}
            </button>
          ))}
        </div>
        <Button kind="primary" icon="import" disabled={updating || report.created === 0} onClick={onCommit}>
          {report.created === 0
            ? t('nothingNew')
            : t('commit', { count: report.created, shown: format.number(report.created) })}
        </Button>
      </div>
      {report.rowsCut ? (
        <p className={styles.notice}>
          {t('rowsCut', { shown: format.number(report.rows.length), total: format.number(report.total) })}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <RowsTable rows={rows} label={t('rowsTable', { name })} />
      ) : (
        <p className={styles.note}>{t('noRows')}</p>
      )}
    </div>
  );
}

/** A file that cannot be read says why; trying again helps only where the server was away or failed. */
export function PreviewFailure({
  name,
  error,
  onRetry,
}: {
  name: string;
  error: unknown;
  onRetry: () => void;
}) {
  const { t } = useTranslation('import');
  if (!(error instanceof ResponseError) || error.status >= 500) {
    return <RetryMessage what={name} error={error} onRetry={onRetry} />;
  }
  // The choice of columns above says it already.
  if (error.code === 'COLUMNS_NOT_RECOGNISED') return null;
  return (
    <div className={styles.failure} role="alert">
      <h3>{t('previewFailed', { name })}</h3>
      <p>{error.message}</p>
    </div>
  );
}
