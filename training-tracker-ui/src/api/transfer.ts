// Import, export and example data.
import { send } from './client';
import type { ImportOptions, ImportReport, SessionFilter } from './types';

/** What the file would do; nothing is written. Unreadable: ResponseError with code COLUMNS_NOT_RECOGNISED, UNREADABLE_FILE or ATHLETE_NEEDED. */
export async function previewImport(
  file: Blob,
  options: ImportOptions,
  signal?: AbortSignal,
): Promise<ImportReport> {
  const response = await send('POST', '/v1/imports/preview', { query: options, body: file }, signal);
  return (await response.json()) as ImportReport;
}

/** Writes rowCount rows from firstRow (counted over the preview's rows); the report's nextRow says where to go on. */
export async function commitImport(
  file: Blob,
  options: ImportOptions,
  firstRow: number,
  rowCount: number,
  signal?: AbortSignal,
): Promise<ImportReport> {
  const query = { ...options, firstRow, rowCount };
  const response = await send('POST', '/v1/imports', { query, body: file }, signal);
  return (await response.json()) as ImportReport;
}

/** The file and its name as the server gives it. Fetched, not linked to, since a link carries no token. */
export async function exportFile(
  kind: 'csv' | 'json',
  filter: SessionFilter,
  signal?: AbortSignal,
): Promise<{ file: Blob; name: string }> {
  const response = await send('GET', `/v1/export.${kind}`, { query: filter }, signal);
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { file: await response.blob(), name: name ?? `training-tracker.${kind}` };
}

/** Only into an empty store; otherwise ResponseError 409. */
export async function addExampleData(): Promise<{ athletes: number; sessions: number }> {
  const response = await send('POST', '/v1/example-data');
  return (await response.json()) as { athletes: number; sessions: number };
}
