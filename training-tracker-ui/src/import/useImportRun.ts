import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { commitImport } from '@/api/transfer';
import type { ImportOptions } from '@/api/types';
import { useToast } from '@/components/Toast';
import { useFormat } from '@/preferences/format';
import { NOTHING_WRITTEN, runImport, type RunState } from './importRun';

export type Phase = 'idle' | 'running' | 'stopped' | 'failed' | 'done';

function warnBeforeClosing(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * The import of one file: starts, stops between two pieces, goes on after a stop or a failure from where it stood. Whoever goes to
 * another page meanwhile hears of its end there.
 */
export function useImportRun(file: File, options: ImportOptions) {
  const { t } = useTranslation('import');
  const client = useQueryClient();
  const toast = useToast();
  const format = useFormat();
  const [phase, setPhase] = useState<Phase>('idle');
  const [state, setState] = useState(NOTHING_WRITTEN);
  const [error, setError] = useState<unknown>(null);
  const stopper = useRef<AbortController | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const start = async () => {
    const controller = new AbortController();
    stopper.current = controller;
    let last: RunState = state;
    setPhase('running');
    setError(null);
    addEventListener('beforeunload', warnBeforeClosing);
    try {
      // The pieces themselves are not aborted: half a piece would be written, and nobody would know which half.
      const send = (first: number, count: number) => commitImport(file, options, first, count);
      const hear = (next: RunState) => {
        last = next;
        setState(next);
      };
      await runImport(state, send, hear, controller.signal);
      setPhase('done');
      if (!shown.current)
        toast({
          text: t('elsewhereDone', {
            name: file.name,
            count: last.created,
            shown: format.number(last.created),
          }),
        });
    } catch (failure) {
      setError(failure);
      setPhase(controller.signal.aborted ? 'stopped' : 'failed');
      if (!shown.current) toast({ kind: 'error', text: t('elsewhereFailed', { name: file.name }) });
    } finally {
      removeEventListener('beforeunload', warnBeforeClosing);
    }
    await client.invalidateQueries({ queryKey: keys.store });
  };
  return { phase, state, error, start, stop: () => stopper.current?.abort() };
}
