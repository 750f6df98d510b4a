import {
  addDays,
  dayNumber,
  daysBetween,
  endOfMonth,
  startOfMonth,
  weekdayOf,
  formatDay,
  type Day,
} from './days';

export type WeekStart = 'monday' | 'sunday' | 'saturday';

const FIRST_WEEKDAY: Record<WeekStart, number> = { sunday: 0, monday: 1, saturday: 6 };

/** The first day of the week that the day is in. */
export function startOfWeek(day: Day, weekStart: WeekStart): Day {
  return addDays(day, -((weekdayOf(day) - FIRST_WEEKDAY[weekStart] + 7) % 7));
}

export function endOfWeek(day: Day, weekStart: WeekStart): Day {
  return addDays(startOfWeek(day, weekStart), 6);
}

/** The seven days of the week that the day is in. */
export function daysOfWeek(day: Day, weekStart: WeekStart): Day[] {
  return weekFrom(startOfWeek(day, weekStart));
}

function weekFrom(first: Day): Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
}

/** The whole weeks that a month touches, as a wall calendar shows them: four to six rows of seven days. */
export function weeksOfMonth(dayOfMonth: Day, weekStart: WeekStart): Day[][] {
  const first = startOfWeek(startOfMonth(dayOfMonth), weekStart);
  const days = daysBetween(first, endOfMonth(dayOfMonth)) + 1;
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => weekFrom(addDays(first, 7 * week)));
}

/** The week number of ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = addDays(startOfWeek(day, 'monday'), 3);
  const year = Number(thursday.slice(0, 4));
  const ordinal = dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01`);
  return { year, week: Math.floor(ordinal / 7) + 1 };
}

/** The names of the week's days in its order. */
export function weekdayNames(
  weekStart: WeekStart,
  language: string,
  weekday: 'long' | 'short' | 'narrow' = 'short',
): string[] {
  return daysOfWeek('2024-01-10', weekStart).map((day) => formatDay(day, language, { weekday }));
}
