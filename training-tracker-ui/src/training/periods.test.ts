import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, fromDayNumber } from './days';
import {
  formatIsoWeek,
  formatPeriod,
  periodOf,
  periodsBetween,
  shiftPeriod,
  type PeriodKind,
} from './periods';
import type { WeekStart } from './weeks';

const someDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2030-12-31') }).map(fromDayNumber);
const someKind = fc.constantFrom<PeriodKind>('day', 'week', 'month', 'year');
const someStart = fc.constantFrom<WeekStart>('monday', 'sunday', 'saturday');

describe('periods', () => {
  it('hold their day', () => {
    expect(periodOf('month', '2024-02-10', 'monday')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
    expect(periodOf('year', '2024-02-10', 'monday')).toEqual({ start: '2024-01-01', end: '2024-12-31' });
    expect(periodOf('week', '2026-03-08', 'monday')).toEqual({ start: '2026-03-02', end: '2026-03-08' });
  });

  it('follow each other without a gap from the first day to the last', () => {
    fc.assert(
      fc.property(
        someKind,
        someDay,
        fc.integer({ min: 0, max: 400 }),
        someStart,
        (kind, from, length, weekStart) => {
          const to = addDays(from, length);
          const periods = periodsBetween(kind, from, to, weekStart);
          expect(periods[0]).toEqual(periodOf(kind, from, weekStart));
          expect(periods.at(-1)).toEqual(periodOf(kind, to, weekStart));
          for (const [index, period] of periods.slice(1).entries()) {
            expect(period.start).toBe(addDays(periods[index]?.end ?? '', 1));
          }
        },
      ),
    );
  });

  it('are shifted by whole periods, there and back', () => {
    fc.assert(
      fc.property(
        someKind,
        someDay,
        fc.integer({ min: -30, max: 30 }),
        someStart,
        (kind, day, count, weekStart) => {
          const there = shiftPeriod(kind, day, count, weekStart);
          expect(shiftPeriod(kind, there, -count, weekStart)).toBe(periodOf(kind, day, weekStart).start);
        },
      ),
    );
  });

  it('are none when the end lies before the start, and end with the calendar', () => {
    expect(periodsBetween('week', '2026-11-23', '2026-11-01', 'monday')).toEqual([]);
    expect(periodsBetween('year', '9998-05-01', '9999-12-31', 'monday')).toHaveLength(2);
  });

  it('have names', () => {
    expect(formatPeriod('month', '2026-11-01', 'en')).toBe('November 2026');
    expect(formatPeriod('week', '2026-11-16', 'en').replace(/\s/g, ' ')).toBe('Nov 16 – 22, 2026');
    expect(formatPeriod('year', '2026-01-01', 'de')).toBe('2026');
    expect(formatIsoWeek('2021-01-03')).toBe('2020-W53');
  });
});
