import { describe, expect, it } from 'vitest';
import { dayByKey, monthBlocks, monthColumns, yearOfAddress, yearRows } from './grid';

const isLeap = (year: number) => new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29;

describe('the year grid', () => {
  it.each(['monday', 'sunday', 'saturday'] as const)('holds each day of any year once (%s)', (weekStart) => {
    for (let year = 1999; year <= 2033; year++) {
      const rows = yearRows(year, weekStart);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      const days = rows.flat().filter((day) => day !== null);
      expect(new Set(days).size).toBe(isLeap(year) ? 366 : 365);
      expect(days).toHaveLength(isLeap(year) ? 366 : 365);
      const inMonths = monthBlocks(year, weekStart).flatMap(({ weeks }) => weeks.flat());
      expect(inMonths.filter((day) => day !== null).sort()).toEqual([...days].sort());
    }
  });

  it('names its months over their first weeks', () => {
    const columns = monthColumns(yearRows(2026, 'monday'), 'en');
    expect(columns.map(({ name }) => name)).toHaveLength(12);
    expect(columns[0]).toEqual({ column: 0, name: 'Jan' });
    expect(columns[1]).toEqual({ column: 4, name: 'Feb' });
  });

  it('is walked by the arrow keys as it looks', () => {
    expect(dayByKey('ArrowRight', '2026-11-23', 'strip')).toBe('2026-11-30');
    expect(dayByKey('ArrowDown', '2026-11-23', 'strip')).toBe('2026-11-24');
    expect(dayByKey('ArrowRight', '2026-11-23', 'months')).toBe('2026-11-24');
    expect(dayByKey('ArrowUp', '2026-11-23', 'months')).toBe('2026-11-16');
    expect(dayByKey('ArrowLeft', '2026-01-03', 'strip')).toBe('2026-01-03');
    expect(dayByKey('End', '2026-01-03', 'strip')).toBe('2026-12-31');
    expect(dayByKey('a', '2026-01-03', 'strip')).toBeNull();
  });

  it('is of the year in the address bar, or of this one', () => {
    expect(yearOfAddress('2024', '2026-11-23')).toBe(2024);
    for (const wrong of [null, '', '0000', '20', 'abcd'])
      expect(yearOfAddress(wrong, '2026-11-23')).toBe(2026);
  });
});
