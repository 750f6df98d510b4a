import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/types';
import { NEW, NOTHING, OTHER, fieldsOf, valuesOf } from './formValues';

const typed = { ...NOTHING, athleteId: 'a', date: '2026-03-05', duration: '45:30' };

describe('fieldsOf', () => {
  it('reads what athletes type', () => {
    expect(fieldsOf({ ...typed, distance: '8,5', rpe: '4', notes: ' easy ' }, 'km').fields).toEqual({
      date: '2026-03-05',
      duration: 45.5,
      distance: 8.5,
      notes: 'easy',
      rpe: 4,
    });
  });

  it('takes an empty distance for none, and an empty duration for a mistake', () => {
    expect(fieldsOf(typed, 'km').fields?.distance).toBe(0);
    expect(fieldsOf({ ...typed, duration: '' }, 'km').problems).toEqual({ duration: 'empty' });
  });

  it('wants an athlete or the name of a new one', () => {
    expect(fieldsOf({ ...typed, athleteId: '' }, 'km').problems).toEqual({ athleteId: 'noAthlete' });
    expect(fieldsOf({ ...typed, athleteId: NEW, athleteName: ' ' }, 'km').problems).toEqual({
      athleteName: 'noAthlete',
    });
    expect(fieldsOf({ ...typed, athleteId: NEW, athleteName: 'Ann' }, 'km').problems).toBeNull();
  });

  it('takes the sport that was typed', () => {
    expect(fieldsOf({ ...typed, sport: OTHER, otherSport: 'Curling' }, 'km').fields?.sport).toBe('Curling');
  });

  it('counts notes as the server does, by code points', () => {
    expect(fieldsOf({ ...typed, notes: '🏃'.repeat(1000) }, 'km').problems).toBeNull();
    expect(fieldsOf({ ...typed, notes: '🏃'.repeat(1001) }, 'km').problems).toEqual({ notes: 'tooLong' });
  });
});

describe('a session in the form', () => {
  const session: Session = {
    id: 's',
    athlete_id: 'a',
    athlete_name: 'Ann',
    date: '2026-03-05',
    duration: 61.123456789,
    distance: 10.123456789012,
    notes: null,
    createdAt: '',
    updatedAt: '',
    sport: 'Run',
    rpe: 7.5,
    excludedFromRecords: true,
  };

  it.each(['km', 'miles'] as const)('keeps every digit of what was not touched, in %s', (units) => {
    const shown = valuesOf(session, units, 'en');
    const { fields } = fieldsOf({ ...shown, notes: 'windy' }, units, { session, shown });
    expect(fields).toEqual({
      date: '2026-03-05',
      duration: session.duration,
      distance: session.distance,
      notes: 'windy',
      sport: 'Run',
      rpe: 7.5,
      excludedFromRecords: true,
    });
  });
});
