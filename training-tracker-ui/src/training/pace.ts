import { clockOfSeconds } from './duration';
import { formatNumber } from './distance';
import { fromKilometres, unitSymbol, type Units } from './units';

/** Minutes and kilometres of one session, or their sums over the sessions of a period that have both. */
export interface Effort {
  readonly duration: number;
  readonly distance: number;
}

const RIDES =
  /ride|rides|riding|cycl|bik(e|ing)|velo|\bmtb\b|\brad(fahren|sport|tour)?\b|fiets|fahrrad|rennrad|wielren/i;

/** Whether athletes speak of this sport's speed (km/h) rather than its pace. */
export function isRide(sport: string | null | undefined): boolean {
  return sport != null && RIDES.test(sport) && !/horse/i.test(sport);
}

function hasBoth({ duration, distance }: Effort): boolean {
  return duration > 0 && distance > 0 && Number.isFinite(duration / distance);
}

/** Minutes per km or mile as m:ss, rounded once to seconds (never 6:60); "–" for none. */
export function formatPaceOf(minutesPerKilometre: number | null | undefined, units: Units): string {
  if (minutesPerKilometre == null || !Number.isFinite(minutesPerKilometre) || minutesPerKilometre <= 0)
    return '–';
  const seconds = Math.round((minutesPerKilometre * 60) / fromKilometres(1, units));
  return `${paceClock(seconds)} /${unitSymbol(units)}`;
}

/** Runners say 65:00 /km, not 1:05:00. */
function paceClock(seconds: number): string {
  return seconds < 3600
    ? clockOfSeconds(seconds)
    : `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The pace of a session or a period; "–" without a duration or a distance. */
export function formatPace(effort: Effort, units: Units): string {
  return hasBoth(effort) ? formatPaceOf(effort.duration / effort.distance, units) : '–';
}

/** The speed of a session or a period in km/h or mph, rounded once to one place; "–" without a duration or a distance. */
export function formatSpeed(effort: Effort, units: Units, language: string): string {
  if (!hasBoth(effort)) return '–';
  const speed = fromKilometres(effort.distance, units) / (effort.duration / 60);
  return `${formatNumber(speed, language, 1)} ${units === 'miles' ? 'mph' : 'km/h'}`;
}

/** Speed for rides, pace for everything else. */
export function formatPaceOrSpeed(
  effort: Effort,
  sport: string | null | undefined,
  units: Units,
  language: string,
): string {
  return isRide(sport) ? formatSpeed(effort, units, language) : formatPace(effort, units);
}
