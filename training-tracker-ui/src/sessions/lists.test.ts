import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/types';
import { type Pages, fits, withSession, withoutSession } from './lists';

const session = (id: string, date: string, more: Partial<Session> = {}): Session => ({
  id,
  athlete_id: 'a',
  athlete_name: 'Ann',
  date,
  duration: 45,
  distance: 8,
  notes: null,
  createdAt: '',
  updatedAt: '',
  ...more,
});

const pagesOf = (groups: Session[][], hasMore: boolean): Pages => ({
  pageParams: groups.map((_, index) => (index === 0 ? null : String(index))),
  pages: groups.map((data, index) => ({
    data,
    pagination: { limit: 2, hasMore: hasMore || index < groups.length - 1, nextCursor: null },
  })),
});

const idsOf = (pages: Pages) => pages.pages.map((page) => page.data.map(({ id }) => id));

describe('lists after a write', () => {
  const loaded = pagesOf(
    [
      [session('a', '2026-03-05'), session('c', '2026-03-05')],
      [session('d', '2026-03-02'), session('e', '2026-03-01')],
    ],
    true,
  );

  it('puts a new session among those of its day by id', () => {
    expect(idsOf(withSession(loaded, session('b', '2026-03-05'), {}))).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('moves a session whose day has changed', () => {
    expect(idsOf(withSession(loaded, session('a', '2026-03-01'), {}))).toEqual([['c'], ['d', 'a', 'e']]);
  });

  it('leaves out what lies beyond the loaded pages, but not at the end of the log', () => {
    expect(idsOf(withSession(loaded, session('z', '2020-01-01'), {}))[1]).toEqual(['d', 'e']);
    const whole = pagesOf([[session('a', '2026-03-05')]], false);
    expect(idsOf(withSession(whole, session('z', '2020-01-01'), {}))).toEqual([['a', 'z']]);
  });

  it('takes out what no longer fits', () => {
    expect(idsOf(withSession(loaded, session('a', '2026-03-05'), { sport: 'Run' }))[0]).toEqual(['c']);
    expect(idsOf(withoutSession(loaded, 'd'))).toEqual([['a', 'c'], ['e']]);
  });

  it('puts the first session into an empty log', () => {
    expect(idsOf(withSession(pagesOf([[]], false), session('a', '2026-03-05'), {}))).toEqual([['a']]);
  });
});

describe('fits', () => {
  const run = session('a', '2026-03-05', { sport: 'Run', notes: 'Easy AROUND the lake' });

  it.each([
    [{}, true],
    [{ text: 'around' }, true],
    [{ text: 'ann' }, true],
    [{ text: 'bike' }, false],
    [{ sport: 'Run', athleteId: 'a', startDate: '2026-03-05', endDate: '2026-03-05' }, true],
    [{ athleteId: 'b' }, false],
    [{ startDate: '2026-03-06' }, false],
    [{ endDate: '2026-03-04' }, false],
  ])('%j → %s', (filter, expected) => {
    expect(fits(run, filter)).toBe(expected);
  });
});
