import { numberFormat } from './formatters';
import { LARGEST_VALUE, refused, understood, type Parsed } from './parsed';
import { fromKilometres, toKilometres, unitSymbol, type Units } from './units';

const DISTANCE = /^([\d.,']+)(km|k|kilomet(?:er|re)s?|mi|miles?|meilen?|mijl(?:en)?|m|met(?:er|re)s?)?$/;

/** Digits with a decimal comma or point; where both stand in a number, the last one is the decimal mark. */
function parseNumber(text: string): number | null {
  const plain = text.replace(/'/g, '');
  const points = plain.split('.').length - 1;
  const commas = plain.split(',').length - 1;
  let normal = plain;
  if (points > 0 && commas > 0) {
    const groups = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? '.' : ',';
    normal = plain.split(groups).join('');
  } else if (points > 1 || commas > 1) {
    normal = plain.replace(/[.,]/g, '');
  }
  normal = normal.replace(',', '.');
  if (!/^(\d+\.?\d*|\.\d+)$/.test(normal)) return null;
  return Number(normal);
}

/**
 * A distance as athletes type it, in kilometres: any precision, decimal comma or point, in the user's units unless the text
 * says its own (`8,5`, `8.512`, `10k`, `5 mi`, `800 m`). A single mark is always the decimal mark: `8,125` is 8.125.
 */
export function parseDistance(text: string, units: Units): Parsed {
  const compact = text.toLowerCase().replace(/\s+/g, '');
  if (compact === '') return refused('empty');
  if (/^[-−–]/.test(compact)) return refused('negative');
  const match = DISTANCE.exec(compact);
  const number = match?.[1] === undefined ? null : parseNumber(match[1]);
  if (!match || number === null) return refused('unreadable');
  const kilometres = inKilometres(number, match[2], units);
  return kilometres > LARGEST_VALUE ? refused('tooLarge') : understood(kilometres);
}

function inKilometres(number: number, word: string | undefined, units: Units): number {
  if (word === undefined) return toKilometres(number, units);
  if (word.startsWith('k')) return number;
  if (word.startsWith('mi') || word.startsWith('meil')) return toKilometres(number, 'miles');
  return number / 1000;
}

/** Kilometres in the user's units and language, rounded once to at most two places (8.5 km, 5,28 mi); "–" for none. */
export function formatDistance(
  kilometres: number | null | undefined,
  units: Units,
  language: string,
): string {
  if (kilometres == null || !Number.isFinite(kilometres) || kilometres <= 0) return '–';
  return `${formatNumber(fromKilometres(kilometres, units), language, 2)} ${unitSymbol(units)}`;
}

/** The same for sums and small places: one place below a hundred, none above. */
export function formatShortDistance(
  kilometres: number | null | undefined,
  units: Units,
  language: string,
): string {
  if (kilometres == null || !Number.isFinite(kilometres) || kilometres <= 0) return '–';
  const distance = fromKilometres(kilometres, units);
  return `${formatNumber(distance, language, distance < 99.95 ? 1 : 0)} ${unitSymbol(units)}`;
}

/** A number in the language's spelling, with at most `places` decimal places. */
export function formatNumber(value: number, language: string, places = 0): string {
  return numberFormat(language, { maximumFractionDigits: places }).format(value);
}

/** The text that the entry form shows for a stored distance: every digit in kilometres, at most six places in miles. */
export function distanceForInput(kilometres: number, units: Units, language: string): string {
  const distance = fromKilometres(kilometres, units);
  const places = units === 'miles' ? 6 : 20;
  return numberFormat(language, { maximumFractionDigits: places, useGrouping: false }).format(distance);
}
