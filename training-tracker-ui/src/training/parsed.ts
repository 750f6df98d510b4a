/** Why a text of the entry form was not understood; each is a key of the texts shown beside the field. */
export type ParseProblem = 'empty' | 'unreadable' | 'negative' | 'sixty' | 'tooLarge';

/** A value, or none and the reason. */
export type Parsed =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: ParseProblem };

export function understood(value: number): Parsed {
  return { value, reason: null };
}

export function refused(reason: ParseProblem): Parsed {
  return { value: null, reason };
}

/** The server takes a longer duration (minutes) or distance (kilometres) for a typing error, and so does the form. */
export const LARGEST_VALUE = 1e6;
