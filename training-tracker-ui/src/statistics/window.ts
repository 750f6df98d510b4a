import { addDays, daysBetween, isNearDay, type Day } from '@/training/days';
import { MEASURES, type Measure } from '@/training/measures';
import { periodOf, periodsBetween, shiftPeriod, type DayRange, type PeriodKind } from '@/training/periods';
import type { WeekStart } from '@/training/weeks';

export const KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** How many periods a chart may show of each kind; the first is what it shows at first. */
export const COUNTS: Record<PeriodKind, readonly number[]> = {
  day: [28, 14, 91],
  week: [12, 26, 52],
  month: [12, 6, 24, 60],
  year: [5, 10, 20],
};

/** What the address bar says of the statistics; what is not said is as at first. */
export interface Choice {
  readonly by: PeriodKind;
  readonly count: number;
  readonly measure: Measure;
  /** A day of the last period shown; null is today. */
  readonly until: Day | null;
}

function oneOf<T extends string>(text: string | null, values: readonly T[], otherwise: T): T {
  return values.find((value) => value === text) ?? otherwise;
}

export function choiceOfAddress(address: URLSearchParams): Choice {
  const by = oneOf(address.get('by'), KINDS, 'week');
  const count = COUNTS[by].find((each) => String(each) === address.get('count')) ?? COUNTS[by][0] ?? 12;
  const until = address.get('until');
  return {
    by,
    count,
    measure: oneOf(address.get('measure'), MEASURES, 'distance'),
    until: until !== null && isNearDay(until) ? until : null,
  };
}

/** The periods shown and those before them, as many. */
export interface Window {
  readonly periods: readonly DayRange[];
  readonly before: readonly DayRange[];
  readonly range: DayRange;
  readonly rangeBefore: DayRange;
  /** As much of the time before as has passed of the time shown: what its sums are fairly compared with. */
  readonly comparable: DayRange;
}

export function windowOf(choice: Choice, today: Day, weekStart: WeekStart): Window {
  const { by, count } = choice;
  const last = periodOf(by, choice.until ?? today, weekStart);
  const range = { start: shiftPeriod(by, last.start, 1 - count, weekStart), end: last.end };
  const rangeBefore = {
    start: shiftPeriod(by, range.start, -count, weekStart),
    end: addDays(range.start, -1),
  };
  const running = range.start <= today && today < range.end;
  const passed = addDays(rangeBefore.start, daysBetween(range.start, today));
  return {
    periods: periodsBetween(by, range.start, range.end, weekStart),
    before: periodsBetween(by, rangeBefore.start, rangeBefore.end, weekStart),
    range,
    rangeBefore,
    comparable: {
      start: rangeBefore.start,
      end: running && passed < rangeBefore.end ? passed : rangeBefore.end,
    },
  };
}

/** The last day of the window that begins where this one ends (or ends where it begins); null when that is today's. */
export function shiftedUntil(
  choice: Choice,
  direction: 1 | -1,
  today: Day,
  weekStart: WeekStart,
): Day | null {
  const until = shiftPeriod(choice.by, choice.until ?? today, direction * choice.count, weekStart);
  return until >= periodOf(choice.by, today, weekStart).start ? null : until;
}
