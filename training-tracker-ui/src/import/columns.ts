import { ResponseError } from '@/api/errors';
import type { ImportReport } from '@/api/types';

/** What a column of a CSV file can be; the first two every file needs. */
export const COLUMN_ROLES = ['date', 'duration', 'distance', 'sport', 'notes', 'rpe'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The index of the file's column for each role; -1 for none. */
export type ColumnMapping = NonNullable<ImportReport['mapping']>;

/** What the user chose. The rest stays as the server recognised it, which may be more than one column for a role. */
export type ChosenColumns = Readonly<Partial<ColumnMapping>>;

/** The file's headers, from what the server recognised or from its saying that it recognised too little. */
export function columnsOf(report: ImportReport | undefined, error: unknown): readonly string[] | null {
  if (error instanceof ResponseError) {
    const columns = (error.detail as { columns?: unknown } | null)?.columns;
    return Array.isArray(columns) ? columns.map(String) : null;
  }
  return report?.columns ?? null;
}
