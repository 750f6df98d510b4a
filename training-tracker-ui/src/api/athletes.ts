import { api, dataOf, getJson } from './client';
import type { Athlete, AthleteSummary, Statistics, WeekStart } from './types';

export function listAthletes(signal?: AbortSignal) {
  return getJson<Athlete[]>('/v1/athletes', {}, signal);
}

export async function createAthlete(name: string, key: string): Promise<Athlete> {
  return dataOf(
    await api.POST('/v1/athletes', {
      params: { header: { 'Idempotency-Key': key } },
      body: { name },
    }),
  );
}

export async function renameAthlete(id: string, name: string): Promise<Athlete> {
  return dataOf(await api.PUT('/v1/athletes/{id}', { params: { path: { id } }, body: { name } }));
}

/** Without cascade an athlete with sessions is refused: ResponseError with code ATHLETE_HAS_SESSIONS. */
export async function deleteAthlete(id: string, cascade: boolean): Promise<void> {
  await api.DELETE('/v1/athletes/{id}', { params: { path: { id }, query: { cascade } } });
}

export function athleteStatistics(id: string, signal?: AbortSignal) {
  return getJson<Statistics>(`/v1/athletes/${encodeURIComponent(id)}/statistics`, {}, signal);
}

/** The roster: last session, last seven days and four weeks of each athlete. today: the user's calendar day. */
export function athleteSummaries(today: string, weekStart: WeekStart, signal?: AbortSignal) {
  return getJson<AthleteSummary[]>('/v1/statistics/athletes', { today, weekStart }, signal);
}
