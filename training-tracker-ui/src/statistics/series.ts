import { dayOf, daysBetween, endOfYear, partsOf, type Day } from '@/training/days';
import { measureOf, NO_TOTALS, type Measure, type PeriodTotals } from '@/training/measures';
import type { DayRange } from '@/training/periods';

export interface Period extends PeriodTotals {
  readonly start: Day;
  readonly end: Day;
}

export interface Bar {
  readonly start: Day;
  readonly totals: PeriodTotals;
  readonly value: number;
  /** The bar at the same place of the time before. */
  readonly before: number;
}

/** One bar per period, also for those without sessions, which the server leaves out. */
export function barsOf(
  periods: readonly DayRange[],
  before: readonly DayRange[],
  data: readonly Period[],
  dataBefore: readonly Period[],
  measure: Measure,
): Bar[] {
  const byStart = new Map([...dataBefore, ...data].map((period) => [period.start, period]));
  const totalsAt = (start: Day | undefined) => (start && byStart.get(start)) ?? NO_TOTALS;
  return periods.map(({ start }, index) => {
    const totals = totalsAt(start) || NO_TOTALS;
    const previous = totalsAt(before[index]?.start) || NO_TOTALS;
    return { start, totals, value: measureOf(totals, measure), before: measureOf(previous, measure) };
  });
}

/** The change in per cent; null where there was nothing before to compare with. */
export function changeOf(now: number, before: number): number | null {
  return before > 0 ? ((now - before) / before) * 100 : null;
}

export interface YearLine {
  readonly year: number;
  /** The sum up to each of the 366 days of a leap year's calendar; null after today. */
  readonly sums: readonly (number | null)[];
}

const DAYS_OF_LEAP_YEAR = 366;

/** 0 for the 1st of January … 365 for the 31st of December; the 1st of March has the same number in each year. */
export function placeInYear(day: Day): number {
  const { month, day: dayOfMonth } = partsOf(day);
  return daysBetween('2024-01-01', dayOf(2024, month, dayOfMonth));
}

/** Cumulative lines from the sums of days, one per year from the first to today's, newest first. */
export function yearLines(
  days: readonly Period[],
  years: readonly number[],
  measure: Measure,
  today: Day,
): YearLine[] {
  return years.map((year) => {
    const perDay = new Array<number>(DAYS_OF_LEAP_YEAR).fill(0);
    for (const day of days) {
      if (Number(day.start.slice(0, 4)) === year) perDay[placeInYear(day.start)] = measureOf(day, measure);
    }
    const isRunning = today < endOfYear(dayOf(year, 1, 1));
    const last = isRunning ? placeInYear(today) : DAYS_OF_LEAP_YEAR;
    let sum = 0;
    const sums = perDay.map((value, place) => {
      sum += value;
      return place <= last ? sum : null;
    });
    return { year, sums };
  });
}
