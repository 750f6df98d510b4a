import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { listAthletes } from '@/api/athletes';
import { keys } from '@/api/keys';
import { listSessions, sessionStatistics } from '@/api/sessions';
import { listSports } from '@/api/statistics';
import type { SessionFilter } from '@/api/types';

export function useAthletes() {
  return useQuery({ queryKey: keys.athletes, queryFn: ({ signal }) => listAthletes(signal) });
}

export function useSports(athleteId?: string) {
  return useQuery({
    queryKey: keys.sports(athleteId),
    queryFn: ({ signal }) => listSports(athleteId, signal),
  });
}

/** The log, newest first, a page at a time. */
export function useSessionPages(filter: SessionFilter) {
  return useInfiniteQuery({
    queryKey: keys.sessions(filter),
    queryFn: ({ pageParam, signal }) => listSessions(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.pagination.nextCursor,
  });
}

export function useSessionStatistics(filter: SessionFilter) {
  return useQuery({
    queryKey: keys.statistics(filter),
    queryFn: ({ signal }) => sessionStatistics(filter, signal),
  });
}
