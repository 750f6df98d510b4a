import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { getSession } from '@/api/sessions';
import type { Athlete, Session } from '@/api/types';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { type Preferences, usePreferences } from '@/preferences/store';
import { today } from '@/training/days';
import { lastEntry } from './drafts';
import { type FormValues, NEW, NOTHING, valuesOf } from './formValues';
import type { Pages } from './lists';
import { useAthletes } from './queries';
import { SessionForm } from './SessionForm';

/** What a new session starts from: a day of the calendar, an athlete's profile, or a session to duplicate. */
export type EntryStart = { date?: string; athleteId?: string; copyOf?: Session };

type Done = { onSaved: (session: Session) => void; onCancel: () => void };

/** The form for a session that exists, with what the server holds now. */
export function EditSession({ session, ...done }: Done & { session: Session }) {
  const { t } = useTranslation('sessions');
  const { units, language } = usePreferences();
  // Not below 'store': what is being edited must not change under the user's hands.
  const loaded = useQuery({
    queryKey: ['edited', session.id],
    queryFn: ({ signal }) => getSession(session.id, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const athletes = useAthletes();
  if (loaded.isPending || athletes.isPending) return <Skeleton rows={4} height={48} />;
  if (!loaded.data)
    return <RetryMessage what={t('what')} error={loaded.error} onRetry={() => void loaded.refetch()} />;
  return (
    <SessionForm
      form={`edit.${session.id}`}
      start={valuesOf(loaded.data.session, units, language)}
      edited={loaded.data}
      {...done}
    />
  );
}

/** The form for a new session: the user's own day, the last athlete and sport; with no athlete yet, it asks for the name. */
export function NewSession({ start, ...done }: Done & { start: EntryStart }) {
  const { t } = useTranslation('sessions');
  const preferences = usePreferences();
  const client = useQueryClient();
  const athletes = useAthletes();
  if (athletes.isPending) return <Skeleton rows={4} height={48} />;
  if (!athletes.data)
    return (
      <RetryMessage what={t('whatAthletes')} error={athletes.error} onRetry={() => void athletes.refetch()} />
    );
  const newest = client.getQueryData<Pages>(keys.sessions({}))?.pages[0]?.data[0];
  return <NewForm start={start} values={firstValues(start, athletes.data, newest, preferences)} {...done} />;
}

function NewForm({ start, values, ...done }: Done & { start: EntryStart; values: FormValues }) {
  // Once: a list that is fetched again must not reset what is being typed.
  const [first] = useState(values);
  const form = start.copyOf ? `copy.${start.copyOf.id}` : 'new';
  const asked = {
    ...(start.date ? { date: start.date } : {}),
    ...(start.athleteId ? { athleteId: start.athleteId } : {}),
  };
  return <SessionForm form={form} start={first} asked={asked} edited={null} {...done} />;
}

export function firstValues(
  start: EntryStart,
  athletes: Athlete[],
  newest: Session | undefined,
  { units, language }: Preferences,
): FormValues {
  if (start.copyOf) return { ...valuesOf(start.copyOf, units, language), date: today(), excluded: false };
  const last = lastEntry();
  const wished = [start.athleteId, last?.athleteId, newest?.athlete_id];
  const known = wished.find((id) => athletes.some((athlete) => athlete.id === id));
  return {
    ...NOTHING,
    athleteId: known ?? athletes[0]?.id ?? NEW,
    sport: last?.sport ?? newest?.sport ?? '',
    date: start.date ?? today(),
  };
}
