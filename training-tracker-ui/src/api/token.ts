// The access token, for servers that want one: for this tab only, or on this device if the user asked for that.

const NAME = 'training-tracker.token';
const listeners = new Set<() => void>();

export function token(): string | null {
  return sessionStorage.getItem(NAME) ?? localStorage.getItem(NAME);
}

export function setToken(value: string, remember: boolean): void {
  forgetToken();
  (remember ? localStorage : sessionStorage).setItem(NAME, value);
  for (const listener of listeners) listener();
}

export function forgetToken(): void {
  sessionStorage.removeItem(NAME);
  localStorage.removeItem(NAME);
  for (const listener of listeners) listener();
}

export function onTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
