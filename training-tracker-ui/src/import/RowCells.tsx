import { useTranslation } from 'react-i18next';
import type { ImportRow } from '@/api/types';
import { useFormat } from '@/preferences/format';
import styles from './RowsTable.module.css';

const MARKS: Record<ImportRow['outcome'], string> = { created: '+', duplicate: '=', error: '!' };

/** withAthlete: the rows are of several athletes, so each says whose it is. */
export function RowCells({ row, withAthlete }: { row: ImportRow; withAthlete: boolean }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { session, reason } = row;
  const why = reason ?? (row.outcome === 'duplicate' ? t('duplicateReason') : null);
  const sport =
    withAthlete && session
      ? [session.athlete_name, session.sport].filter(Boolean).join(' · ')
      : (session?.sport ?? '–');
  return (
    <>
      <span role="cell" className={styles.line}>
        {row.line}
      </span>
      <span role="cell" className={styles.outcome}>
        <span className={styles.mark} data-outcome={row.outcome}>
          <span aria-hidden="true">{MARKS[row.outcome]} </span>
          {t(`outcome.${row.outcome}`)}
        </span>
      </span>
      {session ? (
        <>
          <span role="cell" className={styles.date}>
            {format.day(session.date)}
          </span>
          <span role="cell" className={styles.sport} title={sport}>
            {sport}
          </span>
          <span role="cell" className={styles.duration}>
            {format.duration(session.duration)}
          </span>
          <span role="cell" className={styles.distance}>
            {format.distance(session.distance)}
          </span>
          <span role="cell" className={styles.notes} title={session.notes ?? undefined}>
            {why ? <span className={styles.why}>{why}</span> : null}
            {why && session.notes ? ' · ' : null}
            {session.notes}
          </span>
        </>
      ) : (
        <span role="cell" className={styles.reason}>
          {why}
        </span>
      )}
    </>
  );
}
