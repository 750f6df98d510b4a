import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { getSession, replaceSession } from '@/api/sessions';
import type { Session, SessionInput } from '@/api/types';
import { useToast } from '@/components/Toast';

/** What a full replace of a session sends, so that only the mark changes. */
export function inputOf(session: Session, excludedFromRecords: boolean): SessionInput {
  return {
    athlete_id: session.athlete_id,
    date: session.date,
    duration: session.duration,
    distance: session.distance,
    notes: session.notes,
    ...(session.sport === undefined ? {} : { sport: session.sport }),
    ...(session.rpe === undefined ? {} : { rpe: session.rpe }),
    ...(excludedFromRecords ? { excludedFromRecords } : {}),
  };
}

type Wish = { session: Session; excluded: boolean };

/** Leaves a session out of records, or counts it again; says so, with a way back. */
export function useExclude(): {
  setExcluded: (session: Session, excluded: boolean) => void;
  isPending: boolean;
} {
  const { t } = useTranslation('statistics');
  const client = useQueryClient();
  const toast = useToast();
  const change = useMutation({
    mutationFn: async ({ session: shown, excluded }: Wish) => {
      // The session as it is now, not as the records were loaded.
      const { session, etag } = await getSession(shown.id);
      return replaceSession(session.id, inputOf(session, excluded), etag);
    },
    onSuccess: (session, { excluded }) => {
      toast({
        text: excluded ? t('records.nowExcluded') : t('records.nowIncluded'),
        action: { label: t('records.undo'), run: () => change.mutate({ session, excluded: !excluded }) },
      });
      return client.invalidateQueries({ queryKey: keys.store });
    },
    onError: (error) => toast({ kind: 'error', text: t('records.failed', { message: error.message }) }),
  });
  return {
    setExcluded: (session, excluded) => change.mutate({ session, excluded }),
    isPending: change.isPending,
  };
}
