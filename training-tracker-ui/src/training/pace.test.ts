import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPace, formatPaceOf, formatPaceOrSpeed, formatSpeed, isRide } from './pace';

describe('formatPace', () => {
  it.each([
    [45, 8.5, 'km', '5:18 /km'],
    [45, 8.5, 'miles', '8:31 /mi'],
    [6.9999, 1, 'km', '7:00 /km'],
    [59.9999, 1, 'km', '60:00 /km'],
    [65.5, 1, 'km', '65:30 /km'],
    [0, 10, 'km', '–'],
    [45, 0, 'km', '–'],
    [1e6, 5e-324, 'km', '–'],
  ] as const)('of %d min over %d km in %s is %s', (duration, distance, units, text) => {
    expect(formatPace({ duration, distance }, units)).toBe(text);
  });

  it('never shows sixty seconds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 600, noNaN: true }),
        fc.constantFrom('km' as const, 'miles' as const),
        (pace, units) => {
          expect(formatPaceOf(pace, units)).toMatch(/^\d+:[0-5]\d \/(km|mi)$/);
        },
      ),
    );
  });

  it('is rounded once: the text is within half a second of the truth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 600, noNaN: true }), (pace) => {
        const [minutes = '', seconds = ''] = formatPaceOf(pace, 'km').split(' ')[0]?.split(':') ?? [];
        expect(Math.abs(Number(minutes) * 60 + Number(seconds) - pace * 60)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

describe('formatSpeed', () => {
  it('is km/h or mph with one place', () => {
    expect(formatSpeed({ duration: 60, distance: 25.04 }, 'km', 'en')).toBe('25 km/h');
    expect(formatSpeed({ duration: 60, distance: 25.06 }, 'km', 'de')).toBe('25,1 km/h');
    expect(formatSpeed({ duration: 60, distance: 16.09344 }, 'miles', 'en')).toBe('10 mph');
    expect(formatSpeed({ duration: 0, distance: 10 }, 'km', 'en')).toBe('–');
  });
});

describe('isRide', () => {
  it.each([
    'Ride',
    'Virtual Ride',
    'E-Bike Ride',
    'Cycling',
    'Mountain Biking',
    'Radfahren',
    'Rennrad',
    'Fietsen',
    'Wielrennen',
  ])('knows %s', (sport) => {
    expect(isRide(sport)).toBe(true);
  });

  it.each(['Run', 'Trail Running', 'Swim', 'Horseback Riding', 'Gradient run', null, undefined, ''])(
    'leaves %s its pace',
    (sport) => {
      expect(isRide(sport)).toBe(false);
    },
  );

  it('chooses between speed and pace', () => {
    expect(formatPaceOrSpeed({ duration: 60, distance: 30 }, 'Ride', 'km', 'en')).toBe('30 km/h');
    expect(formatPaceOrSpeed({ duration: 60, distance: 10 }, 'Run', 'km', 'en')).toBe('6:00 /km');
  });
});
