import { NO_COLUMNS } from './columns';
import { defaultSettings, importOptions, isComplete, type Whose } from './importOptions';

const of = (whose: Whose) => ({ ...defaultSettings(), whose });

describe('importOptions', () => {
  it('says whose sessions they are, by id or by name', () => {
    expect(importOptions(of({ kind: 'athlete', id: 'a' }), 'x.fit', null)).toMatchObject({ athleteId: 'a' });
    expect(importOptions(of({ kind: 'new', name: ' Bo ' }), 'x.fit', null)).toMatchObject({
      athleteName: 'Bo',
    });
    expect(Object.keys(importOptions(of({ kind: 'file' }), 'x.json', null))).toEqual([
      'fileName',
      'timeZone',
    ]);
  });

  it('sends a mapping with what it leaves out as -1', () => {
    const mapping = { ...NO_COLUMNS, date: 2, duration: 0, notes: 4 };
    expect(importOptions(of({ kind: 'file' }), 'x.csv', mapping)).toMatchObject({
      dateColumn: 2,
      durationColumn: 0,
      distanceColumn: -1,
      notesColumn: 4,
    });
  });

  it('is incomplete while a new athlete has no name', () => {
    expect(isComplete(of({ kind: 'new', name: '  ' }))).toBe(false);
    expect(isComplete(of({ kind: 'new', name: 'Bo' }))).toBe(true);
  });
});
