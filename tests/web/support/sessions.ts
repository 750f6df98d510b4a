// Sessions for the flows: one by one through the API, or a plausible year of them.
import type { Server } from "./server.ts";

/** As the API gives them. */
export interface Session {
  id: string;
  athlete_id: string;
  athlete_name: string;
  date: string;
  duration: number;
  distance: number;
  notes: string | null;
  sport?: string;
  rpe?: number;
  excludedFromRecords?: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface Row {
  date: string;
  duration: number;
  distance?: number;
  sport?: string;
  notes?: string;
  rpe?: number;
}

export async function addAthlete(server: Server, name: string): Promise<string> {
  return (await server.api<{ id: string }>("POST", "/v1/athletes", { name })).id;
}

export async function addSession(server: Server, athleteId: string, row: Row): Promise<Session> {
  return server.api("POST", "/v1/training-sessions", { distance: 0, notes: null, ...row, athlete_id: athleteId });
}

/** All of a small store, newest first. */
export async function sessionsOf(server: Server, query = ""): Promise<Session[]> {
  return (await server.api<{ data: Session[] }>("GET", `/v1/training-sessions?cursor=&limit=100&${query}`)).data;
}

export function csvOf(rows: readonly Row[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    [row.date, row.duration, row.distance ?? "", row.sport ?? "", row.rpe ?? "", quoted(row.notes ?? "")].join(","),
  );
  return ["Date,Duration (min),Distance (km),Sport,RPE,Notes", ...lines, ""].join("\n");
}

/** Many at once, through the command line. */
export function importRows(server: Server, athlete: string, rows: readonly Row[]): void {
  server.importLog(server.file("rows.csv", csvOf(rows)), athlete, "--decimal-mark", "point");
}

/** `days` after (before, when negative) a day, counted without any clock. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers between 0 and 1 that are the same in every run. */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** By weekday, Monday first: the sport, usual minutes, km per minute, RPE, notes; null is a day of rest. */
const WEEK: readonly ([sport: string, minutes: number, speed: number, rpe: number, notes: string] | null)[] = [
  null,
  ["Run", 55, 0.2, 7, "6 x 800 m on the track, 400 m jog between"],
  ["Run", 45, 0.172, 3, "Easy along the canal"],
  ["Ride", 95, 0.46, 5, "Hills with the Thursday group"],
  ["Strength", 40, 0, 4, ""],
  ["Swim", 50, 0.042, 4, "Technique, then 5 x 200 m"],
  ["Run", 105, 0.178, 6, "Long run"],
];

/** A year of somebody's training that ends on `last`: weeks of a pattern, with rest, seasons and the odd missing day. */
export function yearOfRows(last: string, seed = 7): Row[] {
  const next = series(seed);
  const rows: Row[] = [];
  for (let back = 364; back >= 0; back--) {
    const date = dayAfter(last, -back);
    const [chance, length, pace] = [next(), next(), next()];
    const plan = WEEK[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
    // Three weeks of more, one of less.
    const build = [0.85, 1, 1.15, 0.7][Math.floor(back / 7) % 4] ?? 1;
    if (plan == null || chance < 0.14) continue;
    const [sport, minutes, speed, rpe, notes] = plan;
    const duration = Math.round(minutes * build * (0.85 + 0.3 * length) * 2) / 2;
    const distance = Math.round(duration * speed * (0.94 + 0.12 * pace) * 100) / 100;
    rows.push({ date, duration, distance, sport, notes, ...(chance < 0.9 ? { rpe } : {}) });
  }
  return rows;
}
