import { dateFormat } from './formatters';

/**
 * Plain calendar days, "YYYY-MM-DD" of the athlete's own calendar (years 0001 to 9999). They have no time zone: the arithmetic
 * runs in UTC, where every day has 24 hours, and only today() asks for local time. Such texts compare as days do.
 */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function text(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** The day of the parts; month 1…12. Parts that overflow carry on: the 0th of March is the last of February. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return fromDayNumber(utc(year, month, dayOfMonth) / MILLISECONDS_PER_DAY);
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not. */
function utc(year: number, month: number, dayOfMonth: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date.getTime();
}

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month (1…12) and day of the month. */
export function partsOf(day: Day): DayParts {
  const match = DAY.exec(day);
  if (!match) throw new RangeError(`not a calendar day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** Whether the text is a day that the calendar has. */
export function isDay(value: string): boolean {
  const match = DAY.exec(value);
  if (!match || Number(match[1]) === 0) return false;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === value;
}

/** Whether a page can go to the day: centuries around it, so that no step from it leaves the calendar. */
export function isNearDay(value: string): boolean {
  return isDay(value) && value >= '1000-01-01' && value <= '8999-12-31';
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return utc(year, month, dayOfMonth) / MILLISECONDS_PER_DAY;
}

export function fromDayNumber(number: number): Day {
  const date = new Date(number * MILLISECONDS_PER_DAY);
  return `${text(date.getUTCFullYear(), 4)}-${text(date.getUTCMonth() + 1, 2)}-${text(date.getUTCDate(), 2)}`;
}

/** The user's own calendar day, as the clock on their wall says. */
export function today(now: Date = new Date()): Day {
  return `${text(now.getFullYear(), 4)}-${text(now.getMonth() + 1, 2)}-${text(now.getDate(), 2)}`;
}

export function addDays(day: Day, days: number): Day {
  return fromDayNumber(dayNumber(day) + days);
}

/** Days from the first to the second: 1 from today to tomorrow. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month + 1, 0);
}

export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01`;
}

export function endOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-12-31`;
}

/** The same day of another month; a month without that day gives its last one. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const last = partsOf(dayOf(year, month + months + 1, 0));
  return dayOf(last.year, last.month, Math.min(dayOfMonth, last.day));
}

/** A day in words of the language, by Intl's options. */
export function formatDay(
  day: Day,
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  return dateFormat(language, { ...options, timeZone: 'UTC' }).format(dayNumber(day) * MILLISECONDS_PER_DAY);
}
