import type { ImportReport } from '@/api/types';
import { NOTHING_WRITTEN, PIECE_ROWS, runImport, type RunState } from './importRun';

function piece(first: number, total: number): ImportReport {
  const next = first + PIECE_ROWS;
  return {
    kind: 'csv',
    format: 'Training log',
    total,
    created: Math.min(PIECE_ROWS, total - first) - 1,
    duplicates: 0,
    errors: 1,
    athletesCreated: first === 0 ? 1 : 0,
    notices: [],
    rows: [
      { line: first + 2, outcome: 'error', reason: 'not a day' },
      { line: first + 3, outcome: 'created' },
    ],
    nextRow: next < total ? next : null,
  };
}

const never = new AbortController().signal;

describe('runImport', () => {
  it('asks for one piece after another and adds them up', async () => {
    const asked: number[] = [];
    let last: RunState = NOTHING_WRITTEN;
    await runImport(
      NOTHING_WRITTEN,
      (first) => {
        asked.push(first);
        return Promise.resolve(piece(first, 1200));
      },
      (state) => (last = state),
      never,
    );
    expect(asked).toEqual([0, 500, 1000]);
    expect(last).toMatchObject({ nextRow: null, created: 1197, errors: 3, athletesCreated: 1 });
    expect(last.errorRows.map((row) => row.line)).toEqual([2, 502, 1002]);
  });

  it('goes on after a failure where it stopped, and counts nothing twice', async () => {
    let last: RunState = NOTHING_WRITTEN;
    let failures = 1;
    const send = (first: number) =>
      first === 500 && failures-- > 0
        ? Promise.reject(new Error('away'))
        : Promise.resolve(piece(first, 1200));
    await expect(runImport(last, send, (state) => (last = state), never)).rejects.toThrow('away');
    expect(last.nextRow).toBe(500);
    await runImport(last, send, (state) => (last = state), never);
    expect(last).toMatchObject({ nextRow: null, created: 1197, errors: 3 });
  });

  it('stops between two pieces when it is cancelled', async () => {
    const cancel = new AbortController();
    let last: RunState = NOTHING_WRITTEN;
    const run = runImport(
      NOTHING_WRITTEN,
      (first) => Promise.resolve(piece(first, 1200)),
      (state) => {
        last = state;
        cancel.abort();
      },
      cancel.signal,
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(last.nextRow).toBe(500);
  });

  it('does not turn in circles when a server repeats itself', async () => {
    const stuck = () => Promise.resolve({ ...piece(0, 1200), nextRow: 0 });
    await expect(runImport(NOTHING_WRITTEN, stuck, () => undefined, never)).rejects.toThrow('follows itself');
  });
});
