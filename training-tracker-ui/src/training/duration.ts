import { LARGEST_VALUE, refused, understood, type Parsed } from './parsed';

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const HOURS = 'h|hrs?|hours?|std|stunden?|u|uur|uren';
const MINUTES = "m|mins?|minutes?|minuten?|minuut|'|′";
const SECONDS = `s|secs?|seconds?|sek|sekunden?|seconden?|"|″`;

const PLAIN = new RegExp(`^${NUMBER}$`);
const CLOCK = /^(?:(\d+):)?(\d+):(\d+(?:[.,]\d+)?)$/;
const WITH_HOURS = new RegExp(
  `^(${NUMBER})(?:${HOURS})\\.?(?:(${NUMBER})(?:${MINUTES})?\\.?)?(?:(${NUMBER})(?:${SECONDS})\\.?)?$`,
);
const WITH_MINUTES = new RegExp(`^(${NUMBER})(?:${MINUTES})\\.?(?:(${NUMBER})(?:${SECONDS})?\\.?)?$`);
const WITH_SECONDS = new RegExp(`^(${NUMBER})(?:${SECONDS})\\.?$`);

function numberOf(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

/** Divides once, so that 45:30 is 45.5 and not the sum of two rounded numbers. */
function minutesOf(hours: number, minutes: number, seconds: number): Parsed {
  const total = (hours * 3600 + minutes * 60 + seconds) / 60;
  return total > LARGEST_VALUE ? refused('tooLarge') : understood(total);
}

function parseClock(match: RegExpExecArray): Parsed {
  const [, hours, minutes, seconds] = match;
  if (numberOf(seconds) >= 60) return refused('sixty');
  if (hours !== undefined && numberOf(minutes) >= 60) return refused('sixty');
  return minutesOf(numberOf(hours), numberOf(minutes), numberOf(seconds));
}

/**
 * A duration as athletes type it, in minutes: `45` and `45.5` are minutes, `45:30` minutes and seconds, `1:05:30` hours too,
 * and `1h5m`, `1h30`, `1.5 h`, `90min`, `45m30s`, `45'30"` (also by the German and Dutch words) what they say.
 */
export function parseDuration(text: string): Parsed {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  if (compact === '') return refused('empty');
  if (/^[-−–]/.test(compact)) return refused('negative');
  if (PLAIN.test(compact)) {
    const minutes = numberOf(compact);
    return minutes > LARGEST_VALUE ? refused('tooLarge') : understood(minutes);
  }
  const clock = CLOCK.exec(compact);
  if (clock) return parseClock(clock);
  const hours = WITH_HOURS.exec(compact);
  if (hours) return minutesOf(numberOf(hours[1]), numberOf(hours[2]), numberOf(hours[3]));
  const minutes = WITH_MINUTES.exec(compact);
  if (minutes) return minutesOf(0, numberOf(minutes[1]), numberOf(minutes[2]));
  const seconds = WITH_SECONDS.exec(compact);
  if (seconds) return minutesOf(0, 0, numberOf(seconds[1]));
  return refused('unreadable');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Whole seconds as a clock shows them: 45:30, 1:05:30. */
export function clockOfSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = twoDigits(seconds % 60);
  return hours > 0 ? `${String(hours)}:${twoDigits(minutes)}:${rest}` : `${String(minutes)}:${rest}`;
}

/** Minutes as a clock shows them (45:00, 1:05:30), rounded once to seconds; "–" for none. */
export function formatDuration(minutes: number | null | undefined): string {
  if (minutes == null || !Number.isFinite(minutes) || minutes <= 0) return '–';
  return clockOfSeconds(Math.round(minutes * 60));
}

/** Minutes for sums and small places ("1 h 5 min", symbols that every language knows): rounded once to minutes; "–" for none. */
export function formatHours(minutes: number | null | undefined): string {
  if (minutes == null || !Number.isFinite(minutes) || minutes <= 0) return '–';
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts: string[] = [];
  if (hours > 0) parts.push(`${String(hours)}\u00a0h`);
  if (rest > 0) parts.push(`${String(rest)}\u00a0min`);
  return parts.join(' ');
}

/** The text that the entry form shows for stored minutes: parseDuration of it gives exactly the same number. */
export function durationForInput(minutes: number): string {
  if (Number.isInteger(minutes)) return String(minutes);
  const seconds = Math.round(minutes * 60);
  if (seconds / 60 === minutes) return clockOfSeconds(seconds);
  const text = String(minutes);
  return text.includes('e') ? minutes.toFixed(20) : text;
}
