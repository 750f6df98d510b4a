// The lines of the list: a heading per month, and the sessions.
import type { Session } from '@/api/types';

export type Line =
  { kind: 'month'; key: string; month: string } | { kind: 'session'; key: string; session: Session };

/** sessions: newest first. month: the first day of the month. */
export function linesOf(sessions: readonly Session[]): Line[] {
  const lines: Line[] = [];
  let month = '';
  for (const session of sessions) {
    const itsMonth = `${session.date.slice(0, 7)}-01`;
    if (itsMonth !== month) {
      month = itsMonth;
      lines.push({ kind: 'month', key: month, month });
    }
    lines.push({ kind: 'session', key: session.id, session });
  }
  return lines;
}
