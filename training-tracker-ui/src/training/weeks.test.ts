import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, fromDayNumber, startOfMonth, weekdayOf } from './days';
import { endOfWeek, isoWeek, startOfWeek, weekdayNames, weeksOfMonth, type WeekStart } from './weeks';

const someDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(fromDayNumber);
const someStart = fc.constantFrom<WeekStart>('monday', 'sunday', 'saturday');

describe('weeks', () => {
  it('begin on the chosen day', () => {
    expect(startOfWeek('2026-11-22', 'monday')).toBe('2026-11-16');
    expect(startOfWeek('2026-11-22', 'sunday')).toBe('2026-11-22');
    expect(startOfWeek('2026-11-22', 'saturday')).toBe('2026-11-21');
    expect(endOfWeek('2026-11-22', 'monday')).toBe('2026-11-22');
  });

  it('hold their day, and begin on the same weekday always', () => {
    fc.assert(
      fc.property(someDay, someStart, (day, weekStart) => {
        const start = startOfWeek(day, weekStart);
        expect(start <= day && day <= endOfWeek(day, weekStart)).toBe(true);
        expect(weekdayOf(start)).toBe({ sunday: 0, monday: 1, saturday: 6 }[weekStart]);
      }),
    );
  });

  it('cover a month without a gap, in rows of seven that each touch it', () => {
    fc.assert(
      fc.property(someDay, someStart, (day, weekStart) => {
        const weeks = weeksOfMonth(day, weekStart);
        const days = weeks.flat();
        expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((each) => startOfMonth(each) === startOfMonth(day))).toBe(true);
        }
        expect(days.filter((each) => startOfMonth(each) === startOfMonth(day)).length).toBeGreaterThanOrEqual(
          28,
        );
      }),
    );
  });

  it.each([
    ['2026-11-23', 2026, 48],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
  ])('%s is in ISO week %d-%d', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });

  it('name their days in order', () => {
    expect(weekdayNames('monday', 'en')[0]).toBe('Mon');
    expect(weekdayNames('saturday', 'en', 'long')[0]).toBe('Saturday');
    expect(weekdayNames('sunday', 'de', 'long')).toEqual([
      'Sonntag',
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
    ]);
  });
});
