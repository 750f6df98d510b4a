// Query keys. Everything that changes with sessions or athletes lies under 'store', so that one invalidation after a write covers it.
import type { PeriodUnit, SessionFilter, WeekStart } from './types';

export const keys = {
  store: ['store'] as const,
  athletes: ['store', 'athletes'] as const,
  athleteStatistics: (id: string) => ['store', 'athlete-statistics', id] as const,
  athleteSummaries: (today: string, weekStart: WeekStart) =>
    ['store', 'athlete-summaries', today, weekStart] as const,
  sessions: (filter: SessionFilter) => ['store', 'sessions', filter] as const,
  allSessions: (filter: SessionFilter) => ['store', 'all-sessions', filter] as const,
  statistics: (filter: SessionFilter) => ['store', 'statistics', filter] as const,
  periods: (by: PeriodUnit, weekStart: WeekStart, filter: SessionFilter) =>
    ['store', 'periods', by, weekStart, filter] as const,
  records: (today: string, weekStart: WeekStart, filter: SessionFilter) =>
    ['store', 'records', today, weekStart, filter] as const,
  sports: (athleteId: string | undefined) => ['store', 'sports', athleteId ?? ''] as const,
};
