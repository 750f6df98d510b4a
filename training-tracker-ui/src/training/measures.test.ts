import { describe, expect, it } from 'vitest';
import { formatMeasure, measureOf, NO_TOTALS, totalsOfPeriods, totalsOfSessions } from './measures';

const run = { duration: 45, distance: 9, rpe: 5 };
const strength = { duration: 30, distance: 0, rpe: null };
const walk = { duration: 0, distance: 4 };

describe('totals', () => {
  it('take the pace only from sessions that have both, and the load only from those with an RPE', () => {
    expect(totalsOfSessions([run, strength, walk])).toEqual({
      totalSessions: 3,
      totalDuration: 75,
      totalDistance: 13,
      paceDuration: 45,
      paceDistance: 9,
      load: 225,
      sessionsWithRpe: 1,
    });
  });

  it('of the parts add up to those of the whole', () => {
    const parts = [totalsOfSessions([run]), totalsOfSessions([strength, walk])];
    expect(totalsOfPeriods(parts)).toEqual(totalsOfSessions([run, strength, walk]));
    expect(totalsOfPeriods([])).toEqual(NO_TOTALS);
  });

  it('are measured and written by each measure', () => {
    const totals = totalsOfSessions([run, strength]);
    const written = (['distance', 'time', 'sessions', 'load'] as const).map((measure) =>
      formatMeasure(measureOf(totals, measure), measure, 'km', 'en').replace(/\u00a0/g, ' '),
    );
    expect(written).toEqual(['9 km', '1 h 15 min', '2', '225']);
    expect(formatMeasure(0, 'sessions', 'km', 'en')).toBe('–');
  });
});
