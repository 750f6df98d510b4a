import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponseError } from '@/api/errors';
import { keys } from '@/api/keys';
import { deleteSession, getSession, restoreSession } from '@/api/sessions';
import type { Session, SessionFilter } from '@/api/types';
import { useToast } from '@/components/Toast';
import { type Pages, withSession, withoutSession } from './lists';

// A list longer than this is patched only; fetching it again would be a request per page.
const PAGES_REFETCHED_MAX = 3;
const LISTS = ['store', 'sessions'];

const isList = (key: readonly unknown[]) => LISTS.every((part, index) => key[index] === part);

/** Shows a write at once in the lists that are loaded, and fetches what else depends on it. */
function settle(client: QueryClient, patch: (pages: Pages, filter: SessionFilter) => Pages): void {
  for (const [key, pages] of client.getQueriesData<Pages>({ queryKey: LISTS })) {
    if (pages) client.setQueryData(key, patch(pages, key[2] as SessionFilter));
  }
  void client.invalidateQueries({
    queryKey: keys.store,
    predicate: ({ queryKey, state }) =>
      !isList(queryKey) || ((state.data as Pages | undefined)?.pages.length ?? 0) <= PAGES_REFETCHED_MAX,
  });
}

export function sessionSaved(client: QueryClient, session: Session): void {
  settle(client, (pages, filter) => withSession(pages, session, filter));
}

export function sessionGone(client: QueryClient, id: string): void {
  settle(client, (pages) => withoutSession(pages, id));
}

/** Deletes a session and offers to bring it back with its id and times. Says so itself when it fails. */
export function useDeleteSession(): (session: Session) => Promise<void> {
  const client = useQueryClient();
  const toast = useToast();
  const { t } = useTranslation('sessions');
  return useCallback(
    async (shown: Session) => {
      const failed = (error: unknown, key: 'deleteFailed' | 'undoFailed') =>
        toast({ kind: 'error', text: t(key, { message: error instanceof Error ? error.message : '' }) });
      try {
        // What is deleted is what comes back, not what this list once loaded.
        const { session } = await getSession(shown.id);
        await deleteSession(session.id);
        sessionGone(client, session.id);
        const undo = async () => {
          try {
            sessionSaved(client, await restoreSession(session));
            toast({ text: t('restored') });
          } catch (error) {
            failed(error, 'undoFailed');
          }
        };
        toast({ text: t('deleted'), action: { label: t('undo'), run: () => void undo() } });
      } catch (error) {
        if (error instanceof ResponseError && error.status === 404) {
          sessionGone(client, shown.id);
          toast({ text: t('alreadyDeleted') });
        } else {
          failed(error, 'deleteFailed');
        }
      }
    },
    [client, toast, t],
  );
}
