import { useCallback, useState } from 'react';
import { NO_TOTALS } from '@/training/measures';
import type { Day } from '@/training/days';
import type { GridProps } from './DayCell';
import { useDayText } from './useDayText';
import styles from './YearPage.module.css';

type Pointed = { day: Day; left: number; top: number; side: 'start' | 'middle' | 'end' };

/** The day pointed at or focused, and where its words stand within the grid. */
export function usePointed(): [Pointed | null, (day: Day | null, cell: HTMLElement | null) => void] {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const point = useCallback((day: Day | null, cell: HTMLElement | null) => {
    const grid = cell?.closest('[data-grid]')?.getBoundingClientRect();
    if (day === null || !cell || !grid) {
      setPointed(null);
      return;
    }
    const place = cell.getBoundingClientRect();
    const left = place.left + place.width / 2 - grid.left;
    // The words of a day near an edge stay inside the grid.
    const side = left < grid.width * 0.2 ? 'start' : left > grid.width * 0.8 ? 'end' : 'middle';
    setPointed({ day, left, top: place.top - grid.top, side });
  }, []);
  return [pointed, point];
}

/** Only for the eye: the cell's own label says the same. */
export function Tooltip({ pointed, byDay }: { pointed: Pointed | null } & Pick<GridProps, 'byDay'>) {
  const text = useDayText();
  if (!pointed) return null;
  return (
    <div
      className={[styles.tooltip, styles[pointed.side]].join(' ')}
      aria-hidden="true"
      style={{ left: pointed.left, top: pointed.top }}
    >
      {text(pointed.day, byDay.get(pointed.day) ?? NO_TOTALS)}
    </div>
  );
}
