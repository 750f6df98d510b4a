import { describe, expect, it } from 'vitest';
import { filterOf, presetOf, rangeOf } from './filter';

describe('the filter in the address bar', () => {
  it('is read from it, without what is empty or no day', () => {
    const address = new URLSearchParams(
      'athleteId=a&sport=&from=2026-02-30&to=2026-03-05&text=+hill+&other=1',
    );
    expect(filterOf(address)).toEqual({ athleteId: 'a', endDate: '2026-03-05', text: 'hill' });
  });

  it.each(['week', 'month', 'year', 'last30'] as const)('knows "%s" again', (preset) => {
    const { from, to } = rangeOf(preset, '2026-03-05', 'monday');
    expect(presetOf({ startDate: from, endDate: to }, '2026-03-05', 'monday')).toBe(preset);
  });

  it('takes thirty days with today', () => {
    expect(rangeOf('last30', '2026-03-05', 'monday')).toEqual({ from: '2026-02-04', to: '2026-03-05' });
  });

  it('calls other ranges custom, and none any time', () => {
    expect(presetOf({ startDate: '2020-01-01' }, '2026-03-05', 'monday')).toBe('custom');
    expect(presetOf({ sport: 'Run' }, '2026-03-05', 'monday')).toBe('anyTime');
  });
});
