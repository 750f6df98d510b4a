// The user's settings, on this device. Stored values stay km and minutes whatever is chosen here.
import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '@/i18n';
import type { Units } from '@/training/units';
import type { WeekStart } from '@/training/weeks';

export type { Units, WeekStart };
export type Theme = 'system' | 'light' | 'dark';
export type Preferences = { units: Units; weekStart: WeekStart; theme: Theme; language: Language };

const NAME = 'training-tracker.preferences';
const CHOICES: { [K in keyof Preferences]: readonly Preferences[K][] } = {
  units: ['km', 'miles'],
  weekStart: ['monday', 'sunday', 'saturday'],
  theme: ['system', 'light', 'dark'],
  language: LANGUAGES,
};

function languageOfBrowser(): Language {
  for (const wish of navigator.languages) {
    const found = LANGUAGES.find((language) => wish.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

function read(): Preferences {
  const defaults: Preferences = {
    units: 'km',
    weekStart: 'monday',
    theme: 'system',
    language: languageOfBrowser(),
  };
  try {
    const stored = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Record<string, unknown>;
    const valid = Object.entries(stored).filter(([key, value]) =>
      (CHOICES[key as keyof Preferences] as readonly unknown[] | undefined)?.includes(value),
    );
    return { ...defaults, ...(Object.fromEntries(valid) as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

let current = read();
const listeners = new Set<() => void>();

function emit(): void {
  for (const listener of listeners) listener();
}

// Another tab changed them.
window.addEventListener('storage', (event) => {
  if (event.key !== NAME && event.key !== null) return;
  current = read();
  emit();
});

export function preferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(NAME, JSON.stringify(current));
  } catch {
    // Storage is full or forbidden: the choice holds until the page is closed.
  }
  emit();
}

export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribePreferences, preferences);
}
