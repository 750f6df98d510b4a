// The access token, for servers that want one: for this tab only, or on this device if the user asked for that.

const NAME = 'training-tracker.token';
let wanted = false;
const listeners = new Set<() => void>();

export function token(): string | null {
  return sessionStorage.getItem(NAME) ?? localStorage.getItem(NAME);
}

/** Whether the server refused the last request for want of a valid token. */
export function tokenWanted(): boolean {
  return wanted;
}

/** The server answered 401. */
export function refuseToken(): void {
  wanted = true;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function setToken(value: string, remember: boolean): void {
  clear();
  (remember ? localStorage : sessionStorage).setItem(NAME, value);
  wanted = false;
  tell();
}

export function forgetToken(): void {
  clear();
  tell();
}

function clear(): void {
  sessionStorage.removeItem(NAME);
  localStorage.removeItem(NAME);
}

export function onTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server about a token before it is kept; throws when the server is away. */
export async function isTokenValid(secret: string): Promise<boolean> {
  const response = await fetch('/v1/athletes', { headers: { Authorization: `Bearer ${secret}` } });
  return response.status !== 401;
}
