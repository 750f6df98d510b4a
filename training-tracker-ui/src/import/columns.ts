import { ResponseError } from '@/api/errors';
import type { ImportReport } from '@/api/types';

/** What a column of a CSV file can be; the first two every file needs. */
export const COLUMN_ROLES = ['date', 'duration', 'distance', 'sport', 'notes', 'rpe'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The index of the file's column for each role; -1 for none. */
export type ColumnMapping = NonNullable<ImportReport['mapping']>;

export const NO_COLUMNS: ColumnMapping = {
  date: -1,
  duration: -1,
  distance: -1,
  sport: -1,
  notes: -1,
  rpe: -1,
};

export function isUsable(mapping: ColumnMapping): boolean {
  return mapping.date >= 0 && mapping.duration >= 0;
}

/** The file's headers, from what the server recognised or from its saying that it recognised too little. */
export function columnsOf(report: ImportReport | undefined, error: unknown): readonly string[] | null {
  if (error instanceof ResponseError) {
    const columns = (error.detail as { columns?: unknown } | null)?.columns;
    return Array.isArray(columns) ? columns.map(String) : null;
  }
  return report?.columns ?? null;
}
