import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period, Session, SessionFilter } from '@/api/types';
import { RetryMessage } from '@/components/RetryMessage';
import { usePeriods } from '@/sessions/periods';
import { useAthletes, type useSessionPages } from '@/sessions/queries';
import { MonthLine } from './MonthLine';
import { linesOf } from './rows';
import styles from './SessionList.module.css';
import { SessionRow } from './SessionRow';

const ROW_HEIGHT = 57;
const OVERSCAN = 12;
// The next page is asked for when so few lines are left below.
const LINES_AHEAD = 40;

type Props = { sessions: Session[]; filter: SessionFilter; pages: ReturnType<typeof useSessionPages> };

/** All sessions of the filter, of which only those in sight are in the document. */
export function SessionList({ sessions, filter, pages }: Props) {
  const { t } = useTranslation('log');
  const months = usePeriods('month', filter).data;
  const totals = useMemo(
    () => new Map<string, Period>(months?.map((period) => [period.start, period])),
    [months],
  );
  const lines = useMemo(() => linesOf(sessions), [sessions]);
  const athletes = useAthletes().data ?? [];
  const withAthlete = !filter.athleteId && athletes.length > 1;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);

  // The line that is being edited stays in the document wherever one scrolls to.
  const [edited, setEdited] = useState<string | null>(null);
  const editedIndex = useMemo(() => lines.findIndex((line) => line.key === edited), [lines, edited]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (editedIndex < 0 || shown.includes(editedIndex)) return shown;
      return [...shown, editedIndex].sort((one, other) => one - other);
    },
    [editedIndex],
  );

  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setMargin(Math.round(top + window.scrollY));
  }, [filter]);

  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
    rangeExtractor,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError && last >= lines.length - LINES_AHEAD)
      void fetchNextPage();
  }, [last, lines.length, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  return (
    <>
      <ul
        ref={list}
        className={styles.list}
        aria-label={t('list')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.line}
              style={{ transform: `translateY(${item.start - margin}px)` }}
            >
              {line.kind === 'month' ? (
                <MonthLine month={line.month} totals={totals.get(line.month)} />
              ) : (
                <SessionRow
                  session={line.session}
                  withAthlete={withAthlete}
                  open={opened.has(line.session.id)}
                  onToggle={toggle}
                  editing={edited === line.session.id}
                  onEdit={setEdited}
                />
              )}
            </li>
          );
        })}
      </ul>
      {pages.isFetchingNextPage ? (
        <p className={styles.more} role="status">
          {t('more')}
        </p>
      ) : null}
      {isFetchNextPageError ? (
        <RetryMessage what={t('moreFailed')} error={pages.error} onRetry={() => void fetchNextPage()} />
      ) : null}
    </>
  );
}
