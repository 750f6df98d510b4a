import { describe, expect, it } from 'vitest';
import { dayAfterKey } from './useDayKeys';

describe('the keys of the calendar', () => {
  it.each([
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowRight', '2026-03-28', '2026-03-29'],
    ['ArrowDown', '2026-10-24', '2026-10-31'],
    ['ArrowUp', '2026-11-02', '2026-10-26'],
    ['Home', '2026-11-22', '2026-11-16'],
    ['End', '2026-11-16', '2026-11-22'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-05', '2027-01-05'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(dayAfterKey(key, from, 'monday')).toBe(to);
  });

  it('are not others', () => {
    expect(dayAfterKey('Enter', '2026-11-22', 'monday')).toBeNull();
    expect(dayAfterKey('n', '2026-11-22', 'monday')).toBeNull();
  });
});
