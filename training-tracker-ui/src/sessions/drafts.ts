// What was typed and not saved yet, kept on this device until it is saved or thrown away.
import { type FormValues, NOTHING } from './formValues';

const PREFIX = 'training-tracker.draft.';
const LAST = 'training-tracker.last';

function read(name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the form itself still holds it.
  }
}

/** form: 'new', or which session is edited or copied. */
export function draftOf(form: string): FormValues | null {
  const stored = read(PREFIX + form);
  if (!stored) return null;
  const known = Object.entries(NOTHING).map(([field, nothing]) => {
    const value = stored[field];
    return [field, typeof value === typeof nothing ? value : nothing];
  });
  return Object.fromEntries(known) as FormValues;
}

export function keepDraft(form: string, values: FormValues): void {
  write(PREFIX + form, values);
}

export function dropDraft(form: string): void {
  localStorage.removeItem(PREFIX + form);
}

export type Last = { athleteId: string; sport: string };

/** Whom and what the last saved session was for. */
export function lastEntry(): Last | null {
  const stored = read(LAST);
  const { athleteId, sport } = stored ?? {};
  return typeof athleteId === 'string' && typeof sport === 'string' ? { athleteId, sport } : null;
}

export function rememberLast(last: Last): void {
  write(LAST, last);
}
