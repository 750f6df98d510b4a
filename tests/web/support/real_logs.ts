// The logs that real athletes published, and what somebody else's program computed from them (../shared/data/README.md).
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { inCheckout } from "./checkout.ts";

export const DATA = process.env.TRAINING_DATA ?? inCheckout("../shared/data");

type Sums = [sessions: number, minutes: number, kilometres: number];

export interface Expected {
  rows: number;
  total_min: number;
  total_km: number;
  statistics: {
    active_days: number;
    longest_km: [number, string];
    longest_min: [number, string];
    fastest_pace_ge1km: [number, string];
    longest_daily_streak: number;
    longest_weekly_streak_iso: number;
    eddington_km: number;
    best_iso_week_km: [number, string];
    best_month_km: [number, string];
    iso_weeks_active: number;
    months_active: number;
    months: Record<string, Sums>;
    iso_weeks: Record<string, Sums>;
  };
}

/** By file; null where the folder is absent. */
export function expectedOf(file: string): Expected | null {
  const path = resolve(DATA, "expected.json");
  return existsSync(path) ? ((JSON.parse(readFileSync(path, "utf8")) as Record<string, Expected>)[file] ?? null) : null;
}

/** "2026-W47" of a Monday. */
export function isoWeekOf(monday: string): string {
  const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
