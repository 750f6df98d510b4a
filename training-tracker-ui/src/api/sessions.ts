import { api, dataOf, getJson, send } from './client';
import type { Session, SessionCursorPage, SessionFilter, SessionInput, Statistics } from './types';

export const SESSIONS_PER_PAGE = 100;

/** A page of the log, newest first. cursor: null for the first page, then the nextCursor of the page before. */
export function listSessions(filter: SessionFilter, cursor: string | null, signal?: AbortSignal) {
  // An empty cursor asks for the first page of cursor paging; send() would leave it out.
  const path = cursor === null ? '/v1/training-sessions?cursor=' : '/v1/training-sessions';
  return getJson<SessionCursorPage>(path, { ...filter, limit: SESSIONS_PER_PAGE, cursor }, signal);
}

/** All sessions of a filter, page after page, newest first; for bounded ranges such as a month. */
export async function listAllSessions(filter: SessionFilter, signal?: AbortSignal): Promise<Session[]> {
  const all: Session[] = [];
  let cursor: string | null = null;
  do {
    const page: SessionCursorPage = await listSessions(filter, cursor, signal);
    all.push(...page.data);
    cursor = page.pagination.nextCursor;
  } while (cursor !== null);
  return all;
}

export function sessionStatistics(filter: SessionFilter, signal?: AbortSignal) {
  return getJson<Statistics>('/v1/training-sessions/statistics', { ...filter }, signal);
}

export type Versioned = { session: Session; etag: string | null };

export async function getSession(id: string, signal?: AbortSignal): Promise<Versioned> {
  const response = await send('GET', sessionPath(id), {}, signal);
  return { session: (await response.json()) as Session, etag: response.headers.get('ETag') };
}

/** key: the same for every try of one creation, so that a lost answer does not make two sessions. */
export async function createSession(input: SessionInput, key: string): Promise<Session> {
  return dataOf(
    await api.POST('/v1/training-sessions', {
      params: { header: { 'Idempotency-Key': key } },
      body: input,
    }),
  );
}

/** Replaces the session; with an etag only if it still is what the user saw (else ChangedElsewhereError). */
export async function replaceSession(id: string, input: SessionInput, etag: string | null): Promise<Session> {
  return dataOf(
    await api.PUT('/v1/training-sessions/{id}', {
      params: { path: { id }, header: etag === null ? {} : { 'If-Match': etag } },
      body: input,
    }),
  );
}

export async function deleteSession(id: string): Promise<void> {
  await api.DELETE('/v1/training-sessions/{id}', { params: { path: { id } } });
}

/** Undoes a delete: the session comes back with its id and times. */
export async function restoreSession(session: Session): Promise<Session> {
  const response = await send('PUT', sessionPath(session.id), {
    body: JSON.stringify(session),
    headers: { 'Content-Type': 'application/json', 'If-None-Match': '*' },
  });
  return (await response.json()) as Session;
}

function sessionPath(id: string): string {
  return `/v1/training-sessions/${encodeURIComponent(id)}`;
}
