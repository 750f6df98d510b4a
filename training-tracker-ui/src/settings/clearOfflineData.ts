import type { QueryClient } from '@tanstack/react-query';
import { clear } from 'idb-keyval';

/** Forgets everything that was loaded, in memory and on this device. Settings and drafts stay. */
export async function clearOfflineData(client: QueryClient): Promise<void> {
  client.clear();
  // Where the browser keeps nothing (a private window) there is nothing to forget.
  await clear().catch(() => undefined);
}
