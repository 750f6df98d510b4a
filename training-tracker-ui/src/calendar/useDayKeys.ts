import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { addDays, addMonths, isNearDay, startOfMonth, type Day } from '@/training/days';
import { endOfWeek, startOfWeek, type WeekStart } from '@/training/weeks';

/** Where a key leads from a day; null for keys that mean nothing here. */
export function dayAfterKey(key: string, day: Day, weekStart: WeekStart): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return startOfWeek(day, weekStart);
    case 'End':
      return endOfWeek(day, weekStart);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}

type DayKeys = {
  /** The one day that Tab reaches. */
  tabStop: Day;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (day: Day) => void;
};

/** Arrow keys between the buttons that carry data-day, over the months' ends too. */
export function useDayKeys(
  root: RefObject<HTMLElement | null>,
  month: Day,
  today: Day,
  weekStart: WeekStart,
  onMonth: (month: Day) => void,
): DayKeys {
  const [chosen, setChosen] = useState<Day>(today);
  const wanted = useRef<Day | null>(null);
  const tabStop = startOfMonth(chosen) === month ? chosen : startOfMonth(today) === month ? today : month;

  useEffect(() => {
    if (wanted.current === null) return;
    const button = root.current?.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`);
    if (button && startOfMonth(wanted.current) === month) {
      wanted.current = null;
      button.focus();
    }
  });

  return {
    tabStop,
    onFocus: setChosen,
    onKeyDown: (event) => {
      const from = (event.target as HTMLElement).dataset.day;
      if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = dayAfterKey(event.key, from, weekStart);
      if (to === null || !isNearDay(to)) return;
      event.preventDefault();
      wanted.current = to;
      setChosen(to);
      if (startOfMonth(to) !== month) onMonth(to);
    },
  };
}
