import { formatNumber, formatShortDistance } from './distance';
import { formatHours } from './duration';
import { sumOf } from './rounding';
import type { Units } from './units';

/** What a period can be measured by. */
export type Measure = 'distance' | 'time' | 'sessions' | 'load';

export const MEASURES: readonly Measure[] = ['distance', 'time', 'sessions', 'load'];

/** Sums over sessions: kilometres, minutes, and load (RPE × minutes) over those that have an RPE. */
export interface PeriodTotals {
  readonly totalSessions: number;
  readonly totalDuration: number;
  readonly totalDistance: number;
  readonly paceDuration: number;
  readonly paceDistance: number;
  readonly load: number;
  readonly sessionsWithRpe: number;
}

export const NO_TOTALS: PeriodTotals = {
  totalSessions: 0,
  totalDuration: 0,
  totalDistance: 0,
  paceDuration: 0,
  paceDistance: 0,
  load: 0,
  sessionsWithRpe: 0,
};

/** What the sums need of a session. */
export interface SessionNumbers {
  readonly duration: number;
  readonly distance: number;
  readonly rpe?: number | null | undefined;
}

/** The sums of some sessions, as the server forms those of a period. */
export function totalsOfSessions(sessions: readonly SessionNumbers[]): PeriodTotals {
  const paced = sessions.filter(({ duration, distance }) => duration > 0 && distance > 0);
  const rated = sessions.filter(({ rpe }) => rpe != null);
  return {
    totalSessions: sessions.length,
    totalDuration: sumOf(sessions.map(({ duration }) => duration)),
    totalDistance: sumOf(sessions.map(({ distance }) => distance)),
    paceDuration: sumOf(paced.map(({ duration }) => duration)),
    paceDistance: sumOf(paced.map(({ distance }) => distance)),
    load: sumOf(rated.map(({ duration, rpe }) => duration * (rpe ?? 0))),
    sessionsWithRpe: rated.length,
  };
}

/** The sums of some periods together. */
export function totalsOfPeriods(periods: readonly PeriodTotals[]): PeriodTotals {
  const sum = (of: (period: PeriodTotals) => number) => sumOf(periods.map(of));
  return {
    totalSessions: sum((period) => period.totalSessions),
    totalDuration: sum((period) => period.totalDuration),
    totalDistance: sum((period) => period.totalDistance),
    paceDuration: sum((period) => period.paceDuration),
    paceDistance: sum((period) => period.paceDistance),
    load: sum((period) => period.load),
    sessionsWithRpe: sum((period) => period.sessionsWithRpe),
  };
}

/** The number of a period by a measure: kilometres, minutes, sessions or load. */
export function measureOf(totals: PeriodTotals, measure: Measure): number {
  switch (measure) {
    case 'distance':
      return totals.totalDistance;
    case 'time':
      return totals.totalDuration;
    case 'sessions':
      return totals.totalSessions;
    case 'load':
      return totals.load;
  }
}

/** Such a number in the user's units and language. */
export function formatMeasure(value: number, measure: Measure, units: Units, language: string): string {
  switch (measure) {
    case 'distance':
      return formatShortDistance(value, units, language);
    case 'time':
      return formatHours(value);
    case 'sessions':
      return value > 0 ? formatNumber(value, language) : '–';
    case 'load':
      return value > 0 ? formatNumber(value, language) : '–';
  }
}
