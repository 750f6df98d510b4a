import { describe, expect, it } from 'vitest';
import { NO_TOTALS } from '@/training/measures';
import { barsOf, changeOf, placeInYear, yearLines, type Period } from './series';

const day = (start: string, totalDistance: number): Period => ({
  ...NO_TOTALS,
  start,
  end: start,
  totalSessions: 1,
  totalDistance,
});

describe('bars', () => {
  it('stand for every period, with the one before at their side', () => {
    const ranges = (days: string[]) => days.map((start) => ({ start, end: start }));
    const bars = barsOf(
      ranges(['2026-11-03', '2026-11-04']),
      ranges(['2026-11-01', '2026-11-02']),
      [day('2026-11-04', 8)],
      [day('2026-11-01', 5)],
      'distance',
    );
    expect(bars.map(({ value, before }) => [value, before])).toEqual([
      [0, 5],
      [8, 0],
    ]);
  });

  it('are compared in per cent where there was something before', () => {
    expect(changeOf(15, 10)).toBe(50);
    expect(changeOf(0, 10)).toBe(-100);
    expect(changeOf(5, 0)).toBeNull();
  });
});

describe('year lines', () => {
  it('put the same date of leap and other years at the same place', () => {
    expect(placeInYear('2023-03-01')).toBe(placeInYear('2024-03-01'));
    expect(placeInYear('2023-12-31')).toBe(365);
    expect(placeInYear('2026-01-01')).toBe(0);
  });

  it('add up the days of each year and stop today', () => {
    const days = [day('2025-01-02', 5), day('2025-12-31', 7), day('2026-01-01', 3), day('2026-01-03', 4)];
    const [now, last] = yearLines(days, [2026, 2025], 'distance', '2026-01-04');
    expect(now?.sums.slice(0, 5)).toEqual([3, 3, 7, 7, null]);
    expect(last?.sums[0]).toBe(0);
    expect(last?.sums[1]).toBe(5);
    expect(last?.sums.at(-1)).toBe(12);
  });

  it('is whole on the last day of the year', () => {
    const [line] = yearLines([day('2026-12-31', 3)], [2026], 'distance', '2026-12-31');
    expect(line?.sums.at(-1)).toBe(3);
  });
});
