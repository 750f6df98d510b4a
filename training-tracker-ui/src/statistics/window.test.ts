import { describe, expect, it } from 'vitest';
import { choiceOfAddress, shiftedUntil, windowOf } from './window';

const address = (text: string) => choiceOfAddress(new URLSearchParams(text));

describe('the choice in the address bar', () => {
  it('is twelve weeks of distance until today when nothing is said', () => {
    expect(address('')).toEqual({ by: 'week', count: 12, measure: 'distance', until: null });
  });

  it('is what is said, and as at first where that is nonsense', () => {
    expect(address('by=month&count=24&measure=load&until=2025-03-30')).toEqual({
      by: 'month',
      count: 24,
      measure: 'load',
      until: '2025-03-30',
    });
    expect(address('by=hour&count=13&measure=x&until=2025-02-30')).toEqual(address(''));
  });
});

describe('the window of periods', () => {
  it('ends with the period of today and has as many before it', () => {
    const window = windowOf(address('by=week'), '2026-11-18', 'monday');
    expect(window.periods).toHaveLength(12);
    expect(window.before).toHaveLength(12);
    expect(window.range).toEqual({ start: '2026-08-31', end: '2026-11-22' });
    expect(window.rangeBefore).toEqual({ start: '2026-06-08', end: '2026-08-30' });
  });

  it('is compared with as much of the time before as has passed', () => {
    expect(windowOf(address('by=week'), '2026-11-18', 'monday').comparable).toEqual({
      start: '2026-06-08',
      end: '2026-08-26',
    });
    const past = windowOf(address('by=week&until=2026-03-29'), '2026-11-18', 'monday');
    expect(past.comparable).toEqual(past.rangeBefore);
  });

  it('never compares with more than the time before, though months differ in length', () => {
    const window = windowOf(address('by=month&count=6'), '2026-08-30', 'monday');
    expect(window.rangeBefore).toEqual({ start: '2025-09-01', end: '2026-02-28' });
    expect(window.comparable.end).toBe('2026-02-28');
  });

  it('moves by its own length, and no further than today', () => {
    const weeks = address('by=week');
    const earlier = shiftedUntil(weeks, -1, '2026-11-18', 'monday');
    expect(earlier).toBe('2026-08-24');
    expect(shiftedUntil({ ...weeks, until: earlier }, 1, '2026-11-18', 'monday')).toBeNull();
  });
});
