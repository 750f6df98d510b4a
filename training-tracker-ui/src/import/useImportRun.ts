import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { keys } from '@/api/keys';
import { commitImport } from '@/api/transfer';
import type { ImportOptions } from '@/api/types';
import { NOTHING_WRITTEN, runImport } from './importRun';

export type Phase = 'idle' | 'running' | 'stopped' | 'failed' | 'done';

/** The import of one file: starts, stops between two pieces, goes on after a stop or a failure from where it stood. */
export function useImportRun(file: File, options: ImportOptions) {
  const client = useQueryClient();
  const [phase, setPhase] = useState<Phase>('idle');
  const [state, setState] = useState(NOTHING_WRITTEN);
  const [error, setError] = useState<unknown>(null);
  const stopper = useRef<AbortController | null>(null);

  // Whoever leaves the page stops the import; what is written stays, and importing the file again adds only the rest.
  useEffect(() => () => stopper.current?.abort(), []);
  useEffect(() => {
    if (phase !== 'running') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [phase]);

  const start = async () => {
    const controller = new AbortController();
    stopper.current = controller;
    setPhase('running');
    setError(null);
    try {
      // The pieces themselves are not aborted: half a piece would be written, and nobody would know which half.
      const send = (first: number, count: number) => commitImport(file, options, first, count);
      await runImport(state, send, setState, controller.signal);
      setPhase('done');
    } catch (failure) {
      setError(failure);
      setPhase(controller.signal.aborted ? 'stopped' : 'failed');
    }
    await client.invalidateQueries({ queryKey: keys.store });
  };
  return { phase, state, error, start, stop: () => stopper.current?.abort() };
}
