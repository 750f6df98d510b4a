import {
  addDays,
  addMonths,
  endOfMonth,
  endOfYear,
  formatDay,
  startOfMonth,
  startOfYear,
  type Day,
} from './days';
import { endOfWeek, isoWeek, startOfWeek, type WeekStart } from './weeks';

export type PeriodKind = 'day' | 'week' | 'month' | 'year';

/** Both ends belong to it. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** The whole day, week, month or year that the day is in. */
export function periodOf(kind: PeriodKind, day: Day, weekStart: WeekStart): DayRange {
  switch (kind) {
    case 'day':
      return { start: day, end: day };
    case 'week':
      return { start: startOfWeek(day, weekStart), end: endOfWeek(day, weekStart) };
    case 'month':
      return { start: startOfMonth(day), end: endOfMonth(day) };
    case 'year':
      return { start: startOfYear(day), end: endOfYear(day) };
  }
}

/** The first day of the period `count` periods later (earlier when negative). */
export function shiftPeriod(kind: PeriodKind, day: Day, count: number, weekStart: WeekStart): Day {
  const { start } = periodOf(kind, day, weekStart);
  switch (kind) {
    case 'day':
      return addDays(start, count);
    case 'week':
      return addDays(start, 7 * count);
    case 'month':
      return addMonths(start, count);
    case 'year':
      return addMonths(start, 12 * count);
  }
}

/** No chart has more bars, and no list of a chart more rows. */
export const PERIODS_MAX = 5000;

/** Every period from the one of `from` to the one of `to`, without gaps: what a chart's axis needs. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day, weekStart: WeekStart): DayRange[] {
  const periods: DayRange[] = [];
  if (from > to) return periods;
  let period = periodOf(kind, from, weekStart);
  periods.push(period);
  while (period.end < to && periods.length < PERIODS_MAX) {
    period = periodOf(kind, addDays(period.end, 1), weekStart);
    periods.push(period);
  }
  return periods;
}

/** What a period is called: a day, "16 – 22 Nov", "November 2026" or "2026". */
export function formatPeriod(
  kind: PeriodKind,
  start: Day,
  language: string,
  style: 'long' | 'short' = 'long',
): string {
  switch (kind) {
    case 'day':
      return formatDay(
        start,
        language,
        style === 'long' ? { dateStyle: 'full' } : { day: 'numeric', month: 'short' },
      );
    case 'week':
      return style === 'long'
        ? formatRange(start, addDays(start, 6), language)
        : formatDay(start, language, { day: 'numeric', month: 'short' });
    case 'month':
      return formatDay(
        start,
        language,
        style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short', year: '2-digit' },
      );
    case 'year':
      return formatDay(start, language, { year: 'numeric' });
  }
}

/** Two days as a range in words. */
export function formatRange(start: Day, end: Day, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}

/** "2026-W47", the spelling of ISO 8601. */
export function formatIsoWeek(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}
