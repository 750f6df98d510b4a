// Between the texts of the session form and what the API takes.
import type { Session, SessionInput } from '@/api/types';
import { isDay } from '@/training/days';
import { distanceForInput, parseDistance } from '@/training/distance';
import { durationForInput, parseDuration } from '@/training/duration';
import type { ParseProblem } from '@/training/parsed';
import type { Units } from '@/training/units';

/** Everything as typed. athleteId NEW: athleteName says who. sport OTHER: otherSport says which. */
export type FormValues = {
  athleteId: string;
  athleteName: string;
  duration: string;
  distance: string;
  date: string;
  sport: string;
  otherSport: string;
  rpe: string;
  notes: string;
  excluded: boolean;
};

export const NEW = '+new';
export const OTHER = '+other';
const NAME_MAX = 200;
const SPORT_MAX = 100;
const NOTES_MAX = 1000;

export type Problem = ParseProblem | 'noAthlete' | 'noDate' | 'tooLong';
export type Problems = Partial<Record<keyof FormValues, Problem>>;

/** A session without its athlete, who may have to be created first. */
export type SessionFields = Omit<SessionInput, 'athlete_id'>;

export const NOTHING: FormValues = {
  athleteId: '',
  athleteName: '',
  duration: '',
  distance: '',
  date: '',
  sport: '',
  otherSport: '',
  rpe: '',
  notes: '',
  excluded: false,
};

export function valuesOf(session: Session, units: Units, language: string): FormValues {
  return {
    ...NOTHING,
    athleteId: session.athlete_id,
    duration: durationForInput(session.duration),
    distance: session.distance > 0 ? distanceForInput(session.distance, units, language) : '',
    date: session.date,
    sport: session.sport ?? '',
    rpe: session.rpe === undefined ? '' : String(session.rpe),
    notes: session.notes ?? '',
    excluded: session.excludedFromRecords ?? false,
  };
}

const length = (text: string) => Array.from(text).length;

/** The session that the texts say, or what is wrong with them. original: the session whose texts were shown (as `shown`). */
export function fieldsOf(
  values: FormValues,
  units: Units,
  original?: { session: Session; shown: FormValues },
): { fields: SessionFields; problems: null } | { fields: null; problems: Problems } {
  const problems: Problems = {};
  const isNew = values.athleteId === NEW;
  const name = values.athleteName.trim();
  if (!isNew && values.athleteId === '') problems.athleteId = 'noAthlete';
  if (isNew && name === '') problems.athleteName = 'noAthlete';
  if (isNew && length(name) > NAME_MAX) problems.athleteName = 'tooLong';

  // A number whose text was not touched keeps every digit, which its text in miles may not.
  const same = (field: 'duration' | 'distance') => {
    if (values[field] !== original?.shown[field]) return null;
    return original.session[field];
  };
  const duration = same('duration') ?? valueOf(parseDuration(values.duration), 'duration', problems);
  const distance =
    same('distance') ??
    (values.distance.trim() === ''
      ? 0
      : valueOf(parseDistance(values.distance, units), 'distance', problems));

  if (!isDay(values.date)) problems.date = 'noDate';
  const sport = (values.sport === OTHER ? values.otherSport : values.sport).trim();
  if (length(sport) > SPORT_MAX) problems.otherSport = 'tooLong';
  if (length(values.notes.trim()) > NOTES_MAX) problems.notes = 'tooLong';
  if (Object.keys(problems).length > 0) return { fields: null, problems };
  return {
    problems: null,
    fields: {
      date: values.date,
      duration,
      distance,
      notes: values.notes.trim() || null,
      ...(sport === '' ? {} : { sport }),
      ...(values.rpe === '' ? {} : { rpe: Number(values.rpe) }),
      ...(values.excluded ? { excludedFromRecords: true } : {}),
    },
  };
}

function valueOf(
  parsed: { value: number | null; reason: ParseProblem | null },
  field: 'duration' | 'distance',
  problems: Problems,
): number {
  if (parsed.reason !== null) problems[field] = parsed.reason;
  return parsed.value ?? 0;
}
