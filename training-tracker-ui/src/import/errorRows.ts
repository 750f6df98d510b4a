import type { ImportRow } from '@/api/types';

/** A field of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The rows that were left out, as a file to open in a spreadsheet: which line of which file, and why. */
export function errorRowsCsv(
  header: readonly [string, string, string],
  fileName: string,
  rows: readonly ImportRow[],
): string {
  const lines = rows.map((row) => [fileName, String(row.line), row.reason ?? '']);
  return [header, ...lines].map((line) => line.map(field).join(',') + '\r\n').join('');
}
