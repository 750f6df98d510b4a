import { niceNumber } from './rounding';

/** 0 for nothing, 1 (least) … 5 (most). */
export type Step = 0 | 1 | 2 | 3 | 4 | 5;

/** Where the steps 2, 3, 4 and 5 begin; step 1 begins above nothing. */
export type StepBounds = readonly [number, number, number, number];

/** One session a day is step 1, five or more are step 5. */
export const COUNT_BOUNDS: StepBounds = [2, 3, 4, 5];

/**
 * Bounds that share the values out evenly over the five steps, so that one ultramarathon does not turn a year of runs into
 * step 1; each rounded to a number that reads well in the legend, and larger than the one before.
 */
export function fiveStepBounds(
  values: readonly number[],
  nice: (value: number) => number = niceNumber,
): StepBounds {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return [1, 2, 3, 4];
  const bounds: number[] = [];
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    const quantile = sorted[Math.floor(share * sorted.length)] ?? 1;
    bounds.push(larger(nice(quantile), bounds.at(-1) ?? 0, nice));
  }
  const [second = 1, third = 2, fourth = 3, fifth = 4] = bounds;
  return [second, third, fourth, fifth];
}

/** The value itself if it is above `floor`, otherwise the next nice one that is. */
function larger(value: number, floor: number, nice: (value: number) => number): number {
  if (value > floor) return value;
  for (let factor = 1.05; factor < 3; factor += 0.05) {
    const candidate = nice(floor * factor);
    if (candidate > floor) return candidate;
  }
  return floor * 3 + 1;
}

/** The step of a value. */
export function stepOf(value: number, bounds: StepBounds): Step {
  if (!(value > 0)) return 0;
  const above = bounds.filter((bound) => value >= bound).length;
  return (above + 1) as Step;
}
