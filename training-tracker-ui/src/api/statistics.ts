import { getJson } from './client';
import type { PeriodUnit, Periods, Records, SessionFilter, SportTotals, WeekStart } from './types';

/** Only periods with sessions, ascending. */
export function listPeriods(
  by: PeriodUnit,
  weekStart: WeekStart,
  filter: SessionFilter,
  signal?: AbortSignal,
) {
  return getJson<Periods>('/v1/statistics/periods', { ...filter, by, weekStart }, signal);
}

/** today: the user's calendar day, for current streaks. */
export function getRecords(today: string, weekStart: WeekStart, filter: SessionFilter, signal?: AbortSignal) {
  return getJson<Records>('/v1/statistics/records', { ...filter, today, weekStart }, signal);
}

/** Most used first; sessions without a sport as null. */
export function listSports(athleteId: string | undefined, signal?: AbortSignal) {
  return getJson<SportTotals[]>('/v1/statistics/sports', { athleteId }, signal);
}
