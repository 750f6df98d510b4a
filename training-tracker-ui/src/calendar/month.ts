import { addMonths, isNearDay, startOfMonth, type Day } from '@/training/days';
import { weeksOfMonth, type WeekStart } from '@/training/weeks';

/** The first day of the month that the address bar names ("2026-11"), or of today's month. */
export function monthOfAddress(text: string | null, today: Day): Day {
  const first = `${text ?? ''}-01`;
  return isNearDay(first) ? first : startOfMonth(today);
}

/** How the address bar names a month; today's month needs no name. */
export function addressOfMonth(month: Day, today: Day): string | null {
  return month === startOfMonth(today) ? null : month.slice(0, 7);
}

/** The month before or after, inside the years that sessions can have. */
export function shiftMonth(month: Day, months: number): Day {
  const shifted = addMonths(month, months);
  return isNearDay(shifted) ? shifted : month;
}

/** The first and the last day that the month's weeks show. */
export function shownRange(month: Day, weekStart: WeekStart): { start: Day; end: Day } {
  const days = weeksOfMonth(month, weekStart).flat();
  return { start: days[0] ?? month, end: days.at(-1) ?? month };
}

/** Sessions by their day, in the order in which they came. */
export function sessionsByDay<S extends { readonly date: Day }>(
  sessions: readonly S[],
): ReadonlyMap<Day, readonly S[]> {
  const days = new Map<Day, S[]>();
  for (const session of sessions) {
    const day = days.get(session.date);
    if (day) day.push(session);
    else days.set(session.date, [session]);
  }
  return days;
}
