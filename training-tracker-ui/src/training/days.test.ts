import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  endOfMonth,
  formatDay,
  fromDayNumber,
  isDay,
  today,
  weekdayOf,
} from './days';

const someDay = fc.integer({ min: dayNumber('0002-01-01'), max: dayNumber('9998-12-31') }).map(fromDayNumber);

describe('plain days', () => {
  it('knows which days the calendar has', () => {
    expect(['2024-02-29', '0001-01-01', '9999-12-31'].every(isDay)).toBe(true);
    expect(
      ['2023-02-29', '2024-13-01', '2024-1-5', '0000-01-01', '2024-04-31', '', '20240101'].some(isDay),
    ).toBe(false);
  });

  it('adds and counts days as inverse operations, whatever clocks do in between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -300, max: 300 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(isDay(addDays(day, days))).toBe(true);
      }),
    );
  });

  it('goes through the days on which clocks change, one by one', () => {
    expect(addDays('2026-03-07', 1)).toBe('2026-03-08');
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2026-11-01', 1)).toBe('2026-11-02');
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(addDays('1994-12-30', 1)).toBe('1994-12-31');
  });

  it('orders as texts as the calendar does', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it('knows the days of the week', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(weekdayOf('0001-01-01')).toBe(1);
  });

  it('stays inside the month when it adds months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-11-01', 14)).toBe('2028-01-01');
    expect(endOfMonth('2028-02-10')).toBe('2028-02-29');
  });

  it('writes the day itself in any time zone', () => {
    expect(formatDay('2026-03-08', 'en', { dateStyle: 'full' })).toBe('Sunday, March 8, 2026');
    expect(formatDay('2026-10-25', 'de', { dateStyle: 'long' })).toBe('25. Oktober 2026');
  });
});

describe('today', () => {
  it('is the day of the local clock', () => {
    for (const [year, month, day] of [
      [2026, 2, 8],
      [2026, 2, 29],
      [2026, 9, 25],
      [2026, 10, 1],
      [2026, 11, 31],
      [2026, 0, 1],
    ] as const) {
      const expected = `${String(year)}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(today(new Date(year, month, day, 0, 0, 1))).toBe(expected);
      expect(today(new Date(year, month, day, 23, 59, 59))).toBe(expected);
    }
  });

  it("differs from UTC's day where the clocks do", () => {
    const evening = new Date('2026-11-23T02:30:00Z');
    const expected: Record<string, string> = {
      'America/New_York': '2026-11-22',
      'Pacific/Kiritimati': '2026-11-23',
      'Europe/Berlin': '2026-11-23',
    };
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (expected[zone] !== undefined) expect(today(evening)).toBe(expected[zone]);
    expect(today(new Date('2026-11-23T12:00:00Z'))).toBe(
      zone === 'Pacific/Kiritimati' ? '2026-11-24' : '2026-11-23',
    );
  });
});
