import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceForInput, formatDistance, formatShortDistance, parseDistance } from './distance';

describe('parseDistance', () => {
  it.each([
    ['8.5', 8.5],
    ['8,5', 8.5],
    ['8.25', 8.25],
    ['8,125', 8.125],
    ['42.195', 42.195],
    ['0.123456789', 0.123456789],
    ['.5', 0.5],
    ['10', 10],
    ['10.', 10],
    ['10k', 10],
    ['8.5 km', 8.5],
    ['800 m', 0.8],
    ['5 mi', 5 * 1.609344],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ["1'234.5", 1234.5],
  ])('reads %s as %d km', (text, kilometres) => {
    expect(parseDistance(text, 'km')).toEqual({ value: kilometres, reason: null });
  });

  it("reads a bare number in the user's units", () => {
    expect(parseDistance('10', 'miles').value).toBeCloseTo(16.09344, 10);
    expect(parseDistance('10km', 'miles').value).toBe(10);
  });

  it.each([
    ['', 'empty'],
    ['-1', 'negative'],
    ['ten', 'unreadable'],
    ['1,2,3.4.5', 'unreadable'],
    ['.', 'unreadable'],
    ['1e3', 'unreadable'],
    ['1000001', 'tooLarge'],
  ])('says why it does not read %j', (text, reason) => {
    expect(parseDistance(text, 'km')).toEqual({ value: null, reason });
  });

  it.each(['en', 'de', 'nl'])('reads what the form shows for any stored distance (%s)', (language) => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (kilometres) => {
        expect(parseDistance(distanceForInput(kilometres, 'km', language), 'km').value).toBe(kilometres);
        expect(parseDistance(distanceForInput(kilometres, 'miles', language), 'miles').value).toBeCloseTo(
          kilometres,
          5,
        );
      }),
    );
  });
});

describe('formatDistance', () => {
  it("writes at most two places in the language's spelling and the user's units", () => {
    expect(formatDistance(8.5, 'km', 'en')).toBe('8.5 km');
    expect(formatDistance(8.456, 'km', 'de')).toBe('8,46 km');
    expect(formatDistance(1234.5, 'km', 'en')).toBe('1,234.5 km');
    expect(formatDistance(10, 'miles', 'en')).toBe('6.21 mi');
    expect(formatDistance(0, 'km', 'en')).toBe('–');
    expect(formatDistance(null, 'km', 'en')).toBe('–');
  });

  it('is shorter in small places', () => {
    expect(formatShortDistance(8.456, 'km', 'en')).toBe('8.5 km');
    expect(formatShortDistance(99.96, 'km', 'en')).toBe('100 km');
    expect(formatShortDistance(348.62, 'km', 'nl')).toBe('349 km');
  });
});
