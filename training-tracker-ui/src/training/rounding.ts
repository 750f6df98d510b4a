/** Rounded once to `places` decimal places from the exact binary value, as the server does. */
export function roundTo(value: number, places: number): number {
  return Number(value.toFixed(places));
}

/** The nearest number that reads well: half a decade's step (0.5, 1 … 9.5, 10, 15 … 95, 100, 150 …). */
export function niceNumber(value: number): number {
  if (!(value > 0)) return 0;
  const step = 10 ** Math.floor(Math.log10(value)) / 2;
  return roundTo(Math.round(value / step) * step, 6);
}

/** The nearest number of minutes that reads well: fives below an hour, quarters of an hour above. */
export function niceMinutes(value: number): number {
  const step = value < 60 ? 5 : 15;
  return Math.max(step, Math.round(value / step) * step);
}

/** The sum without the error that adding many small numbers heaps up (Neumaier). */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
