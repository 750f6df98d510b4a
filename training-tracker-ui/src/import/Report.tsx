import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useFormat } from '@/preferences/format';
import { download } from './download';
import { errorRowsCsv } from './errorRows';
import { FileHeading } from './FileHeading';
import styles from './ImportPage.module.css';
import type { RunState } from './importRun';

/** The others are in the file to download. */
const SHOWN = 10;

interface Props {
  file: File;
  state: RunState;
  hasNext: boolean;
  onNext: () => void;
  onMore: () => void;
}

/** What was written and what was left out, and why. */
export function Report({ file, state, hasNext, onNext, onMore }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { errorRows } = state;
  const save = () => {
    const header = [t('column.file'), t('column.line'), t('column.reason')] as const;
    // The mark lets spreadsheets read it as UTF-8.
    const text = '\uFEFF' + errorRowsCsv(header, file.name, errorRows);
    download(new Blob([text], { type: 'text/csv' }), t('errorsFile'));
  };
  return (
    <section className={styles.file} aria-labelledby="report-title">
      <FileHeading id="report-title">{t('report', { name: file.name })}</FileHeading>
      <dl className={styles.counts}>
        {(
          [
            ['created', state.created],
            ['duplicate', state.duplicates],
            ['error', state.errors],
          ] as const
        ).map(([outcome, count]) => (
          <div key={outcome} data-outcome={outcome}>
            <dt>{t(`outcome.${outcome}`)}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {errorRows.length > 0 ? (
        <div className={styles.failure}>
          <h3>{t('reportErrors', { count: errorRows.length, shown: format.number(errorRows.length) })}</h3>
          <ul className={styles.reasons}>
            {errorRows.slice(0, SHOWN).map((row) => (
              <li key={row.line}>
                <strong>
                  {t('column.line')} {row.line}
                </strong>{' '}
                {row.reason}
              </li>
            ))}
            {errorRows.length > SHOWN ? <li>…</li> : null}
          </ul>
          <Button onClick={save}>{t('downloadErrors')}</Button>
        </div>
      ) : null}
      <div className={styles.actions}>
        {hasNext ? (
          <Button kind="primary" onClick={onNext}>
            {t('next')}
          </Button>
        ) : (
          <>
            <Link href="/" className={styles.link}>
              {t('toLog')}
            </Link>
            <Button onClick={onMore}>{t('more')}</Button>
          </>
        )}
      </div>
    </section>
  );
}
