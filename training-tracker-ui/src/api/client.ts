import createClient from 'openapi-fetch';
import { ServerAwayError, errorOf } from './errors';
import { setServerAway } from './reachable';
import type { paths } from './schema';
import { refuseToken, token } from './token';

/** Adds the token, and turns every failure into an ApiError, so that callers see values or ApiErrors only. */
export async function request(input: Request): Promise<Response> {
  const secret = token();
  if (secret !== null) input.headers.set('Authorization', `Bearer ${secret}`);
  let response: Response;
  try {
    response = await fetch(input);
  } catch (cause) {
    if (input.signal.aborted) throw cause;
    setServerAway(true);
    throw new ServerAwayError('The server does not answer.', { cause });
  }
  // A development server or gateway that finds nobody behind it answers so.
  const nobody = response.status === 502 || response.status === 504;
  setServerAway(nobody);
  if (nobody) throw new ServerAwayError('The server does not answer.');
  if (response.ok || response.status === 304) return response;
  const text = await response.text().catch(() => '');
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy between us and the server speaks HTML; its status says enough.
    if (text.startsWith('<')) body = '';
  }
  if (response.status === 401) refuseToken();
  throw errorOf(response.status, body);
}

/** The routes of openapi.json, typed. A call's `data` is there whenever it resolves. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: request });

/** Sends one request that the types do not know; query fields that are undefined or empty are left out. */
export async function send(
  method: string,
  path: string,
  options: { query?: Record<string, unknown>; body?: BodyInit; headers?: Record<string, string> } = {},
  signal?: AbortSignal,
): Promise<Response> {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
      url.searchParams.set(name, String(value));
  }
  return request(
    new Request(url, {
      method,
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(options.headers ? { headers: options.headers } : {}),
      ...(signal ? { signal } : {}),
    }),
  );
}

export async function getJson<T>(
  path: string,
  query: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send('GET', path, { query }, signal);
  return (await response.json()) as T;
}

/** The body of a typed call: it resolves for successes only, so it is there. */
export function dataOf<T>(result: { data?: T }): T {
  if (result.data === undefined) throw new ServerAwayError('The answer of the server is empty.');
  return result.data;
}
