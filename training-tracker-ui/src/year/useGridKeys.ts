import { type KeyboardEvent, type RefObject, useState } from 'react';
import { today, type Day } from '@/training/days';
import { dayByKey } from './grid';

/** Arrow keys between the cells of a year; one of them is reached by Tab. */
export function useGridKeys(
  root: RefObject<HTMLElement | null>,
  year: number,
  layout: 'strip' | 'months',
): { tabStop: Day; onFocus: (day: Day) => void; onKeyDown: (event: KeyboardEvent) => void } {
  const [focused, setFocused] = useState<Day>(() => today());
  const tabStop = Number(focused.slice(0, 4)) === year ? focused : `${String(year).padStart(4, '0')}-01-01`;
  return {
    tabStop,
    onFocus: setFocused,
    onKeyDown: (event) => {
      const from = (event.target as HTMLElement).dataset.day;
      if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = dayByKey(event.key, from, layout);
      if (to === null) return;
      event.preventDefault();
      root.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
    },
  };
}
