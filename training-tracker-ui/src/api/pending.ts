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
