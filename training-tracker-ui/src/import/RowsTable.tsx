import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '@/api/types';
import { RowCells } from './RowCells';
import styles from './RowsTable.module.css';

const COLUMNS = ['line', 'outcome', 'date', 'sport', 'duration', 'distance', 'notes'] as const;

/** The rows of a file. Only those in sight are in the page: a file may have twenty thousand. */
export function RowsTable({ rows, label }: { rows: readonly ImportRow[]; label: string }) {
  const { t } = useTranslation('import');
  const viewport = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => 38,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const several = useMemo(
    () => new Set(rows.flatMap((row) => row.session?.athlete_name ?? [])).size > 1,
    [rows],
  );
  return (
    // Whoever scrolls by keyboard has to get in.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={viewport} className={styles.viewport} tabIndex={0} role="region" aria-label={label}>
      <div
        role="table"
        className={several ? styles.several : undefined}
        aria-label={label}
        aria-rowcount={rows.length + 1}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {COLUMNS.map((column) => (
              <span key={column} role="columnheader" className={styles[column]}>
                {column === 'sport' && several ? `${t('column.athlete')} · ` : null}
                {t(`column.${column}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row ? (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-outcome={row.outcome}
                className={`${styles.row} ${styles.placed}`}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <RowCells row={row} withAthlete={several} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
