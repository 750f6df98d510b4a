import { defaultSettings, importOptions, isComplete, type Whose } from './importOptions';

const of = (whose: Whose) => ({ ...defaultSettings(), whose });

describe('importOptions', () => {
  it('says whose sessions they are, by id or by name', () => {
    expect(importOptions(of({ kind: 'athlete', id: 'a' }), 'x.fit', {})).toMatchObject({ athleteId: 'a' });
    expect(importOptions(of({ kind: 'new', name: ' Bo ' }), 'x.fit', {})).toMatchObject({
      athleteName: 'Bo',
    });
    expect(Object.keys(importOptions(of({ kind: 'file' }), 'x.json', {}))).toEqual(['fileName', 'timeZone']);
  });

  it('sends the columns that were chosen, also that there is none, and leaves the others to the server', () => {
    const options = importOptions(of({ kind: 'file' }), 'x.csv', { date: 2, notes: -1 });
    expect(options).toMatchObject({ dateColumn: 2, notesColumn: -1 });
    expect(Object.keys(options).sort()).toEqual(['dateColumn', 'fileName', 'notesColumn', 'timeZone']);
  });

  it('is incomplete while a new athlete has no name', () => {
    expect(isComplete(of({ kind: 'new', name: '  ' }))).toBe(false);
    expect(isComplete(of({ kind: 'new', name: 'Bo' }))).toBe(true);
  });
});
