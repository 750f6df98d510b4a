// What a session's numbers look like in the user's units and language.
import { useMemo } from 'react';
import { formatDay } from '@/training/days';
import { formatDistance, formatNumber, formatShortDistance } from '@/training/distance';
import { formatDuration, formatHours } from '@/training/duration';
import { type Effort, formatPace, formatPaceOf, formatPaceOrSpeed, formatSpeed } from '@/training/pace';
import { type Preferences, usePreferences } from './store';

export type Format = ReturnType<typeof makeFormat>;

/** Kilometres and minutes go in, text in the user's units comes out; "–" where there is none. */
export function makeFormat({ units, language }: Preferences) {
  return {
    distance: (kilometres: number | null | undefined) => formatDistance(kilometres, units, language),
    shortDistance: (kilometres: number | null | undefined) =>
      formatShortDistance(kilometres, units, language),
    duration: formatDuration,
    hours: formatHours,
    pace: (effort: Effort) => formatPace(effort, units),
    paceOf: (minutesPerKilometre: number | null | undefined) => formatPaceOf(minutesPerKilometre, units),
    speed: (effort: Effort) => formatSpeed(effort, units, language),
    paceOrSpeed: (effort: Effort, sport: string | null | undefined) =>
      formatPaceOrSpeed(effort, sport, units, language),
    number: (value: number, places = 0) => formatNumber(value, language, places),
    day: (day: string, options?: Intl.DateTimeFormatOptions) => formatDay(day, language, options),
  };
}

export function useFormat(): Format {
  const preferences = usePreferences();
  return useMemo(() => makeFormat(preferences), [preferences]);
}
