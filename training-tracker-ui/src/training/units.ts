/** What the user reads distances in. Stored values are always kilometres. */
export type Units = 'km' | 'miles';

export const KILOMETRES_PER_MILE = 1.609344;

/** Kilometres as a number of the user's units. */
export function fromKilometres(kilometres: number, units: Units): number {
  return units === 'miles' ? kilometres / KILOMETRES_PER_MILE : kilometres;
}

/** A number of the user's units as kilometres. */
export function toKilometres(distance: number, units: Units): number {
  return units === 'miles' ? distance * KILOMETRES_PER_MILE : distance;
}

/** The symbol of the user's units, which every language writes alike. */
export function unitSymbol(units: Units): 'km' | 'mi' {
  return units === 'miles' ? 'mi' : 'km';
}
