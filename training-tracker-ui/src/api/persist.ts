// What was loaded, kept on this device for reading while the server is away.
import type { QueryClient } from '@tanstack/react-query';
import type {
  PersistedClient,
  Persister,
  PersistQueryClientOptions,
} from '@tanstack/react-query-persist-client';
import { clear, del, get, set } from 'idb-keyval';
import { CACHE_TIME_MS } from './queryClient';

const NAME = 'queries';
const WRITE_EVERY_MS = 1000;
// Of a long log, the newest part is kept: reading a thousand sessions offline is enough, writing fifty thousand is slow.
const PAGES_KEPT_MAX = 10;

type Paged = { pages: unknown[]; pageParams: unknown[] };

const isPaged = (data: unknown): data is Paged =>
  typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data;

function shortened(client: PersistedClient): PersistedClient {
  const queries = client.clientState.queries.map((query) => {
    const data: unknown = query.state.data;
    if (!isPaged(data) || data.pages.length <= PAGES_KEPT_MAX) return query;
    const kept = {
      ...data,
      pages: data.pages.slice(0, PAGES_KEPT_MAX),
      pageParams: data.pageParams.slice(0, PAGES_KEPT_MAX),
    };
    return { ...query, state: { ...query.state, data: kept } };
  });
  return { ...client, clientState: { ...client.clientState, queries } };
}

/** Where a browser keeps nothing (a private window), everything works but offline reading. */
export function makePersister(): Persister {
  let waiting: PersistedClient | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = () => {
    timer = null;
    if (waiting) void set(NAME, shortened(waiting)).catch(() => undefined);
    waiting = null;
  };
  return {
    persistClient: (client) => {
      waiting = client;
      timer ??= setTimeout(write, WRITE_EVERY_MS);
    },
    restoreClient: () => get<PersistedClient>(NAME).catch(() => undefined),
    removeClient: () => del(NAME).catch(() => undefined),
  };
}

export const persistOptions: Omit<PersistQueryClientOptions, 'queryClient'> = {
  persister: makePersister(),
  maxAge: CACHE_TIME_MS,
  buster: '1',
  dehydrateOptions: {
    shouldDehydrateQuery: ({ state, queryKey }) => state.status === 'success' && queryKey[0] === 'store',
    shouldDehydrateMutation: () => false,
  },
};

/** Forgets everything that was loaded, in memory and on this device. Settings and drafts stay. */
export async function forgetLoaded(client: QueryClient): Promise<void> {
  client.clear();
  await clear().catch(() => undefined);
}
