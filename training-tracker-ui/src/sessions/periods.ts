import { useQuery } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { listPeriods } from '@/api/statistics';
import type { PeriodUnit, SessionFilter } from '@/api/types';
import { usePreferences } from '@/preferences/store';

/** The sums of the periods that have sessions, weeks beginning as the user's do. */
export function usePeriods(by: PeriodUnit, filter: SessionFilter) {
  const { weekStart } = usePreferences();
  return useQuery({
    queryKey: keys.periods(by, weekStart, filter),
    queryFn: ({ signal }) => listPeriods(by, weekStart, filter, signal),
    select: (answer) => answer.periods,
  });
}
