import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/types';
import { addressOfSession } from './RecordRow';
import { inputOf } from './useExclude';

const session: Session = {
  id: 's-1',
  athlete_id: 'a b',
  athlete_name: 'Jane',
  date: '2026-11-22',
  duration: 45.5,
  distance: 8.512,
  notes: 'Easy',
  sport: 'Run',
  rpe: 4,
  excludedFromRecords: true,
  source: 'Strava',
  createdAt: '2026-11-22T08:00:00Z',
  updatedAt: '2026-11-22T08:00:00Z',
};

describe('excluding a session from records', () => {
  it('replaces it by itself with the mark, and nothing else', () => {
    expect(inputOf(session, true)).toEqual({
      athlete_id: 'a b',
      date: '2026-11-22',
      duration: 45.5,
      distance: 8.512,
      notes: 'Easy',
      sport: 'Run',
      rpe: 4,
      excludedFromRecords: true,
    });
  });

  it('leaves the mark out to include it again', () => {
    expect(inputOf(session, false)).not.toHaveProperty('excludedFromRecords');
  });

  it('keeps absent what was absent', () => {
    const plain: Session = { ...session };
    delete plain.sport;
    delete plain.rpe;
    expect(Object.keys(inputOf(plain, true)).sort()).toEqual([
      'athlete_id',
      'date',
      'distance',
      'duration',
      'excludedFromRecords',
      'notes',
    ]);
  });

  it('is linked to in the log by athlete and day', () => {
    expect(addressOfSession(session)).toBe('/?athleteId=a+b&from=2026-11-22&to=2026-11-22');
  });
});
