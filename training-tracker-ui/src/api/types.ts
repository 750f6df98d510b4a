// The shapes that pages work with. Lengths are kilometres and durations minutes, whatever units the user reads.
import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Athlete = Schemas['Athlete'];
export type Session = Schemas['Session'];
export type SessionInput = Schemas['SessionInput'];
export type Statistics = Schemas['Statistics'];
export type SessionCursorPage = { data: Session[]; pagination: Schemas['CursorPagination'] };
export type Period = Schemas['Period'];
export type Periods = Schemas['PeriodList'];
export type PeriodUnit = Periods['by'];
export type WeekStart = Periods['weekStart'];
export type SportTotals = Schemas['SportTotals'];
export type Records = Schemas['Records'];
export type RecordSession = Schemas['RecordSession'];
export type Streak = Schemas['Streak'];
export type ImportReport = Schemas['ImportReport'];
export type ImportRow = Schemas['ImportRow'];
/** How a file is to be read, and whose sessions are in it. */
export type ImportOptions = NonNullable<paths['/v1/imports/preview']['post']['parameters']['query']>;
export type AthleteSummary = Schemas['AthleteSummary'];
export type Totals = Schemas['Totals'];

/** What a list, a sum or an export is narrowed to; a field that is absent or empty narrows nothing. Dates are inclusive. */
export type SessionFilter = {
  athleteId?: string;
  sport?: string;
  startDate?: string;
  endDate?: string;
  text?: string;
};
