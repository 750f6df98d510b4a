import type { ImportOptions } from '@/api/types';
import type { ChosenColumns } from './columns';

/** Whose sessions the file has: an athlete's, a new one's, or what the file itself says. */
export type Whose =
  | { readonly kind: 'athlete'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'file' };

export const DATE_ORDERS = ['automatic', 'dayFirst', 'monthFirst'] as const;
export const DECIMAL_MARKS = ['automatic', 'comma', 'point'] as const;
export const DISTANCE_UNITS = ['automatic', 'kilometres', 'miles', 'metres'] as const;

/** How the files are read: asked once, kept from file to file. */
export interface ImportSettings {
  readonly whose: Whose;
  readonly timeZone: string;
  readonly dateOrder: (typeof DATE_ORDERS)[number];
  readonly decimalMark: (typeof DECIMAL_MARKS)[number];
  readonly distanceUnit: (typeof DISTANCE_UNITS)[number];
}

export function defaultSettings(): ImportSettings {
  return {
    whose: { kind: 'file' },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    dateOrder: 'automatic',
    decimalMark: 'automatic',
    distanceUnit: 'automatic',
  };
}

/** A new athlete without a name yet: there is nothing to ask the server. */
export function isComplete({ whose }: ImportSettings): boolean {
  return whose.kind !== 'new' || whose.name.trim() !== '';
}

/** What both routes are asked. What is automatic is left out; a chosen column replaces what the server recognised. */
export function importOptions(
  settings: ImportSettings,
  fileName: string,
  chosen: ChosenColumns,
): ImportOptions {
  const { whose, timeZone, dateOrder, decimalMark, distanceUnit } = settings;
  return {
    fileName,
    timeZone,
    ...(whose.kind === 'athlete' ? { athleteId: whose.id } : {}),
    ...(whose.kind === 'new' ? { athleteName: whose.name.trim() } : {}),
    ...(dateOrder === 'automatic' ? {} : { dateOrder }),
    ...(decimalMark === 'automatic' ? {} : { decimalMark }),
    ...(distanceUnit === 'automatic' ? {} : { distanceUnit }),
    ...Object.fromEntries(Object.entries(chosen).map(([role, column]) => [`${role}Column`, column])),
  };
}
