import { describe, expect, it } from 'vitest';
import { addressOfMonth, monthOfAddress, sessionsByDay, shiftMonth, shownRange } from './month';

describe('the month in the address bar', () => {
  it('is the named one, or the one of today', () => {
    expect(monthOfAddress('2024-02', '2026-11-23')).toBe('2024-02-01');
    for (const wrong of [null, '', '2024-13', '2024-2', 'abc', '2024-02-05', '9999-12']) {
      expect(monthOfAddress(wrong, '2026-11-23')).toBe('2026-11-01');
    }
  });

  it('is left out for the month of today', () => {
    expect(addressOfMonth('2026-11-01', '2026-11-23')).toBeNull();
    expect(addressOfMonth('2026-10-01', '2026-11-23')).toBe('2026-10');
  });

  it('moves over the ends of years, and stops far from here', () => {
    expect(shiftMonth('2026-01-01', -1)).toBe('2025-12-01');
    expect(shiftMonth('2026-12-01', 1)).toBe('2027-01-01');
    expect(shiftMonth('8999-12-01', 1)).toBe('8999-12-01');
  });
});

describe('the days shown', () => {
  it('are whole weeks', () => {
    expect(shownRange('2026-11-01', 'monday')).toEqual({ start: '2026-10-26', end: '2026-12-06' });
    expect(shownRange('2026-11-01', 'sunday')).toEqual({ start: '2026-11-01', end: '2026-12-05' });
  });

  it('hold their sessions', () => {
    const days = sessionsByDay([
      { date: '2026-11-02', id: 1 },
      { date: '2026-11-01', id: 2 },
      { date: '2026-11-02', id: 3 },
    ]);
    expect(days.get('2026-11-02')?.map(({ id }) => id)).toEqual([1, 3]);
    expect(days.get('2026-11-03')).toBeUndefined();
  });
});
