import type { QueryClient } from '@tanstack/react-query';
import { createAthlete } from '@/api/athletes';
import { keys } from '@/api/keys';
import { type Versioned, createSession, replaceSession } from '@/api/sessions';
import type { Session } from '@/api/types';
import { rememberLast } from './drafts';
import type { SessionFields } from './formValues';
import { sessionSaved } from './mutations';

/** Randomness that also exists on plain http (crypto.randomUUID does not). */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Gives every try of the same creation the same key, so that a lost answer does not make two sessions. */
export function makeKeyRing(): (what: unknown) => string {
  const known = new Map<string, string>();
  return (what) => {
    const text = JSON.stringify(what);
    const key = known.get(text) ?? newKey();
    known.set(text, key);
    return key;
  };
}

export type SaveJob = {
  fields: SessionFields;
  athlete: { id: string } | { name: string };
  /** The session as it was loaded when it is edited; null creates one. */
  edited: Versioned | null;
  keyFor: (what: unknown) => string;
  /** Told when the athlete of a new name exists, in case the session fails after that. */
  onAthlete: (id: string) => void;
};

export async function saveSession(client: QueryClient, job: SaveJob): Promise<Session> {
  let athleteId: string;
  if ('id' in job.athlete) {
    athleteId = job.athlete.id;
  } else {
    const athlete = await createAthlete(job.athlete.name, job.keyFor({ athlete: job.athlete.name }));
    athleteId = athlete.id;
    await client.invalidateQueries({ queryKey: keys.athletes });
    job.onAthlete(athleteId);
  }
  const input = { ...job.fields, athlete_id: athleteId };
  const session = job.edited
    ? await replaceSession(job.edited.session.id, input, job.edited.etag)
    : await createSession(input, job.keyFor(input));
  rememberLast({ athleteId, sport: session.sport ?? '' });
  sessionSaved(client, session);
  return session;
}
