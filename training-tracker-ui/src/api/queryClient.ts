import { QueryClient } from '@tanstack/react-query';
import { ServerAwayError, ServerFailedError } from './errors';

const RETRIES_MAX = 2;

/** Reads are kept for a week, so that what was loaded can be read offline. */
export const CACHE_TIME_MS = 7 * 24 * 60 * 60 * 1000;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: CACHE_TIME_MS,
        // Our server is often this machine: being offline says nothing about it.
        networkMode: 'always',
        // A refusal stays one; an absent or failing server may be back in a moment.
        retry: (failures, error) =>
          failures < RETRIES_MAX && (error instanceof ServerAwayError || error instanceof ServerFailedError),
        retryDelay: (failures) => 300 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
