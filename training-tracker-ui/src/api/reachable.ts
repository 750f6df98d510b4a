// Whether the server answered last time; what is shown may be old when it did not.

let away = false;
const listeners = new Set<() => void>();

export function serverAway(): boolean {
  return away;
}

export function setServerAway(value: boolean): void {
  if (value === away) return;
  away = value;
  for (const listener of listeners) listener();
}

export function onServerAwayChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
