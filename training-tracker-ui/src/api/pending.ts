// Shapes of routes that openapi.json does not hold yet. Each moves to the generated types when its route lands.

export type PendingSession = { excludedFromRecords?: boolean; source?: string; startTime?: string };
export type PendingSessionInput = { excludedFromRecords?: boolean };

export type WeekStart = 'monday' | 'sunday' | 'saturday';
export type PeriodUnit = 'day' | 'week' | 'month' | 'year';
export type Totals = { totalSessions: number; totalDuration: number; totalDistance: number };
export type SportTotals = Totals & { sport: string | null };

/** start and end are whole periods. load is the sum of rpe × minutes over the sessions with an rpe. */
export type Period = Totals & {
  start: string;
  end: string;
  paceDuration: number;
  paceDistance: number;
  load: number;
  sessionsWithRpe: number;
  sports: SportTotals[];
};
export type Periods = { by: PeriodUnit; weekStart: WeekStart; periods: Period[] };

export type SessionShape = {
  id: string;
  athlete_id: string;
  athlete_name: string;
  date: string;
  duration: number;
  distance: number;
  notes: string | null;
  createdAt: string;
  updatedAt: string;
  sport?: string;
  rpe?: number;
} & PendingSession;

export type RecordSession = { value: number; session: SessionShape };
export type Streak = { length: number; start: string; end: string };
type BestPeriod = { byDistance: Period | null; byDuration: Period | null };
type Streaks = { longest: Streak | null; current: Streak | null };
export type Records = {
  totalSessions: number;
  excludedSessions: number;
  activeDays: number;
  activeWeeks: number;
  activeMonths: number;
  longestDistance: RecordSession | null;
  longestDuration: RecordSession | null;
  fastestPaces: { fromKm: number; toKm: number | null; record: RecordSession | null }[];
  bestWeek: BestPeriod;
  bestMonth: BestPeriod;
  dailyStreak: Streaks;
  weeklyStreak: Streaks;
  eddingtonKm: number;
  eddingtonMiles: number;
};

/** weeks: four, oldest first; the last is the week of today. */
export type AthleteSummary = {
  id: string;
  name: string;
  totalSessions: number;
  lastSession: SessionShape | null;
  last7Days: Totals;
  weeks: (Totals & { start: string; end: string })[];
};

export type ImportOptions = {
  athleteId?: string;
  athleteName?: string;
  timeZone?: string;
  dateOrder?: 'automatic' | 'dayFirst' | 'monthFirst';
  decimalMark?: 'automatic' | 'comma' | 'point';
  distanceUnit?: 'automatic' | 'kilometres' | 'miles' | 'metres';
  fileName?: string;
  dateColumn?: number;
  durationColumn?: number;
  distanceColumn?: number;
  sportColumn?: number;
  notesColumn?: number;
  rpeColumn?: number;
};
export type ImportRow = {
  line: number;
  outcome: 'created' | 'duplicate' | 'error';
  reason?: string;
  session?: {
    athlete_name: string;
    date: string;
    duration: number;
    distance: number;
    notes: string | null;
    sport?: string;
    rpe?: number;
  };
};
export type ImportReport = {
  kind: 'csv' | 'fit' | 'tcx' | 'gpx' | 'json';
  format: string;
  columns?: string[];
  mapping?: { date: number; duration: number; distance: number; sport: number; notes: number; rpe: number };
  total: number;
  created: number;
  duplicates: number;
  errors: number;
  athletesCreated: number;
  notices: string[];
  rows: ImportRow[];
  rowsCut?: boolean;
  /** Only from a commit: where the next piece starts; null after the last. */
  nextRow?: number | null;
};
