import { addDays, dayOf, endOfMonth, formatDay, isNearDay, type Day } from '@/training/days';
import { startOfWeek, weeksOfMonth, type WeekStart } from '@/training/weeks';

/** A day of the grid, or an empty place beside the year or month. */
export type Place = Day | null;

/** The year that the address bar names, or today's. */
export function yearOfAddress(text: string | null, today: Day): number {
  return Number((isNearDay(`${text ?? ''}-01-01`) ? text : today)?.slice(0, 4));
}

/** The year as seven rows (the days of the week) of 53 or 54 columns (the weeks). */
export function yearRows(year: number, weekStart: WeekStart): Place[][] {
  const first = dayOf(year, 1, 1);
  const last = dayOf(year, 12, 31);
  const rows: Place[][] = [[], [], [], [], [], [], []];
  for (let week = startOfWeek(first, weekStart); week <= last; week = addDays(week, 7)) {
    for (const [index, row] of rows.entries()) {
      const day = addDays(week, index);
      row.push(day >= first && day <= last ? day : null);
    }
  }
  return rows;
}

/** Over which column each month's name stands: the first week that has a day of it. */
export function monthColumns(rows: readonly Place[][], language: string): { column: number; name: string }[] {
  const columns: { column: number; name: string }[] = [];
  const weeks = rows[0]?.length ?? 0;
  for (let column = 0; column < weeks; column++) {
    const first = rows.map((row) => row[column]).find((day) => day?.endsWith('-01'));
    if (first) columns.push({ column, name: formatDay(first, language, { month: 'short' }) });
  }
  return columns;
}

export interface MonthBlock {
  readonly month: Day;
  readonly weeks: Place[][];
}

/** The twelve months, each of weeks, for a narrow screen. */
export function monthBlocks(year: number, weekStart: WeekStart): MonthBlock[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = dayOf(year, index + 1, 1);
    const last = endOfMonth(month);
    const weeks = weeksOfMonth(month, weekStart).map((week) =>
      week.map((day) => (day >= month && day <= last ? day : null)),
    );
    return { month, weeks };
  });
}

/** Where an arrow key leads: the days beside each other differ by what the grid shows beside each other. */
export function dayByKey(key: string, day: Day, layout: 'strip' | 'months'): Day | null {
  const [across, along] = layout === 'strip' ? [7, 1] : [1, 7];
  const moved: Record<string, number> = {
    ArrowLeft: -across,
    ArrowRight: across,
    ArrowUp: -along,
    ArrowDown: along,
  };
  const year = day.slice(0, 4);
  if (key === 'Home') return `${year}-01-01`;
  if (key === 'End') return `${year}-12-31`;
  const days = moved[key];
  if (days === undefined) return null;
  const target = addDays(day, days);
  return target.startsWith(`${year}-`) ? target : day;
}
