import type { ImportReport, ImportRow } from '@/api/types';

/** Rows of one request: about a second of work, so that the bar moves and a failure costs little. */
export const PIECE_ROWS = 500;

export interface RunState {
  /** The first row that is not written yet; null when all are. */
  readonly nextRow: number | null;
  readonly created: number;
  readonly duplicates: number;
  readonly errors: number;
  readonly athletesCreated: number;
  readonly errorRows: readonly ImportRow[];
}

export const NOTHING_WRITTEN: RunState = {
  nextRow: 0,
  created: 0,
  duplicates: 0,
  errors: 0,
  athletesCreated: 0,
  errorRows: [],
};

export function addPiece(state: RunState, piece: ImportReport): RunState {
  return {
    nextRow: piece.nextRow ?? null,
    created: state.created + piece.created,
    duplicates: state.duplicates + piece.duplicates,
    errors: state.errors + piece.errors,
    athletesCreated: state.athletesCreated + piece.athletesCreated,
    errorRows: [...state.errorRows, ...piece.rows.filter((row) => row.outcome === 'error')],
  };
}

/**
 * Writes the rest of a file piece by piece, from where `state` stands; `onState` hears each piece that is done, so that after a
 * failure or an abort the caller goes on from the last state it heard. A piece sent twice adds nothing.
 */
export async function runImport(
  state: RunState,
  send: (firstRow: number, rowCount: number) => Promise<ImportReport>,
  onState: (state: RunState) => void,
  signal: AbortSignal,
): Promise<void> {
  let current = state;
  while (current.nextRow !== null) {
    signal.throwIfAborted();
    const first = current.nextRow;
    const piece = await send(first, PIECE_ROWS);
    if ((piece.nextRow ?? Infinity) <= first) throw new Error(`row ${first} follows itself`);
    current = addPiece(current, piece);
    onState(current);
  }
}
