// The filter of the log, in the address bar: athleteId, sport, from, to, text.
import type { SessionFilter } from '@/api/types';
import { addDays, isDay } from '@/training/days';
import { periodOf } from '@/training/periods';
import type { WeekStart } from '@/training/weeks';

export const NAMES = ['athleteId', 'sport', 'from', 'to', 'text'] as const;
export type Name = (typeof NAMES)[number];

/** What the address says; days that are none are left out. */
export function filterOf(address: URLSearchParams): SessionFilter {
  const text = (name: Name) => address.get(name)?.trim() ?? '';
  const day = (name: Name) => (isDay(text(name)) ? text(name) : '');
  const found: SessionFilter = {
    athleteId: text('athleteId'),
    sport: text('sport'),
    startDate: day('from'),
    endDate: day('to'),
    text: text('text'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
}

export const PRESETS = ['week', 'month', 'year', 'last30'] as const;
export type Preset = (typeof PRESETS)[number];

export function rangeOf(preset: Preset, today: string, weekStart: WeekStart): { from: string; to: string } {
  if (preset === 'last30') return { from: addDays(today, -29), to: today };
  const { start, end } = periodOf(preset, today, weekStart);
  return { from: start, to: end };
}

/** Which choice of the time select the filter is. */
export function presetOf(
  filter: SessionFilter,
  today: string,
  weekStart: WeekStart,
): Preset | 'anyTime' | 'custom' {
  if (!filter.startDate && !filter.endDate) return 'anyTime';
  const same = PRESETS.find((preset) => {
    const { from, to } = rangeOf(preset, today, weekStart);
    return from === filter.startDate && to === filter.endDate;
  });
  return same ?? 'custom';
}
