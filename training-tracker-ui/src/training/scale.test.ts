import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceMinutes, niceNumber, roundTo, sumOf } from './rounding';
import { COUNT_BOUNDS, fiveStepBounds, stepOf } from './scale';

const values = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { maxLength: 400 });

describe('the five-step scale', () => {
  it('has bounds that grow, for any values and either rounding', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(niceNumber, niceMinutes), (each, nice) => {
        const bounds = fiveStepBounds(each, nice);
        expect([...bounds].sort((a, b) => a - b)).toEqual([...bounds]);
        expect(new Set(bounds).size).toBe(4);
        expect(bounds[0]).toBeGreaterThan(0);
      }),
    );
  });

  it('never gives a larger value a smaller step', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (each, a, b) => {
          const bounds = fiveStepBounds(each);
          expect(stepOf(Math.max(a, b), bounds)).toBeGreaterThanOrEqual(stepOf(Math.min(a, b), bounds));
        },
      ),
    );
  });

  it('shares a year of runs out over all its steps, one ultramarathon or not', () => {
    const runs = [...Array.from({ length: 100 }, (_, index) => 4 + (index % 14)), 111];
    const bounds = fiveStepBounds(runs);
    expect(new Set(runs.map((run) => stepOf(run, bounds)))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(bounds.every((bound) => Number.isInteger(bound * 2))).toBe(true);
  });

  it('gives nothing step 0 and counts their own steps', () => {
    expect([0, -1, NaN].map((value) => stepOf(value, COUNT_BOUNDS))).toEqual([0, 0, 0]);
    expect([1, 2, 3, 4, 5, 9].map((value) => stepOf(value, COUNT_BOUNDS))).toEqual([1, 2, 3, 4, 5, 5]);
  });
});

describe('rounding', () => {
  it("is from the exact binary value, as the server's", () => {
    expect(roundTo(2.675, 2)).toBe(2.67);
    expect(roundTo(100 / 3, 2)).toBe(33.33);
  });

  it('adds without heaping up errors', () => {
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(sumOf([1e16, 1, -1e16])).toBe(1);
  });

  it('finds numbers that read well', () => {
    expect([6.2, 8.1, 10.3, 14.9, 22, 348].map(niceNumber)).toEqual([6, 8, 10, 15, 20, 350]);
    expect([3, 32, 61, 97].map(niceMinutes)).toEqual([5, 30, 60, 90]);
  });
});
