// Shapes of routes that openapi.json does not hold yet. Each moves to the generated types when its route lands.

export type PendingSession = { excludedFromRecords?: boolean; source?: string; startTime?: string };
export type PendingSessionInput = { excludedFromRecords?: boolean };

export type Totals = { totalSessions: number; totalDuration: number; totalDistance: number };
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
