import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationForInput, formatDuration, formatHours, parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['45', 45],
    ['0', 0],
    ['45.5', 45.5],
    ['45,5', 45.5],
    ['45:30', 45.5],
    [' 45 : 30 ', 45.5],
    ['90:00', 90],
    ['0:45', 0.75],
    ['45:15.5', 45 + 15.5 / 60],
    ['1:05:30', 65.5],
    ['24:00:00', 1440],
    ['1h', 60],
    ['1H5M', 65],
    ['1h5m', 65],
    ['1h 5m 30s', 65.5],
    ['1h05', 65],
    ['1,5h', 90],
    ['90min', 90],
    ['90 min.', 90],
    ['45m30s', 45.5],
    ['45m30', 45.5],
    ['45\'30"', 45.5],
    ['30s', 0.5],
    ['1 Std. 5 Min.', 65],
    ['2 uur', 120],
    ['1 u 5 minuten', 65],
  ])('reads %s as %d minutes', (text, minutes) => {
    expect(parseDuration(text)).toEqual({ value: minutes, reason: null });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-5', 'negative'],
    ['abc', 'unreadable'],
    ['1:2:3:4', 'unreadable'],
    ['45:', 'unreadable'],
    [':30', 'unreadable'],
    ['1h5x', 'unreadable'],
    ['5m1h', 'unreadable'],
    ['1e3', 'unreadable'],
    ['Infinity', 'unreadable'],
    ['45:60', 'sixty'],
    ['1:60:00', 'sixty'],
    ['1000001', 'tooLarge'],
    ['99999999:00:00', 'tooLarge'],
  ])('says why it does not read %j', (text, reason) => {
    expect(parseDuration(text)).toEqual({ value: null, reason });
  });

  it('reads what the form shows for any stored duration as the very same number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (minutes) => {
        const shown = minutes < 1e-15 ? 0 : minutes;
        const back = parseDuration(durationForInput(shown)).value;
        expect(Math.abs((back ?? NaN) - shown)).toBeLessThanOrEqual(shown < 1e-6 ? 1e-15 : 0);
      }),
    );
  });

  it('reads every clock text that formatDuration writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds / 60)).value).toBe(seconds / 60);
      }),
    );
  });

  it('never throws and never gives a number beyond the limit', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = parseDuration(text);
        expect(value === null || (value >= 0 && value <= 1e6)).toBe(true);
      }),
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [45, '45:00'],
    [65.5, '1:05:30'],
    [59.999, '1:00:00'],
    [0.4, '0:24'],
    [600, '10:00:00'],
    [0, '–'],
    [null, '–'],
    [undefined, '–'],
    [NaN, '–'],
  ])('writes %s as %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });

  it('never writes a sixtieth second or minute', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (minutes) => {
        expect(formatDuration(minutes)).not.toMatch(/:[6-9]\d/);
      }),
    );
  });
});

describe('formatHours', () => {
  it.each([
    [65, '1 h 5 min'],
    [59.7, '1 h'],
    [0.2, '1 min'],
    [1500, '25 h'],
    [0, '–'],
    [null, '–'],
  ])('writes %s as %s', (minutes, text) => {
    expect(formatHours(minutes).replace(/\u00a0/g, ' ')).toBe(text);
  });
});
