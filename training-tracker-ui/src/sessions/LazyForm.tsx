// The form is a chunk of its own, so that the log is there sooner; it is fetched as soon as the user does anything at all.
import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '@/components/Skeleton';

const load = () => import('./SessionEntry');
const LazyNew = lazy(async () => ({ default: (await load()).NewSession }));
const LazyEdit = lazy(async () => ({ default: (await load()).EditSession }));

const DOINGS = ['pointermove', 'pointerdown', 'keydown'] as const;

export function preloadForm(): () => void {
  const stop = () => {
    for (const doing of DOINGS) removeEventListener(doing, start);
  };
  const start = () => {
    stop();
    void load().catch(() => undefined);
  };
  for (const doing of DOINGS) addEventListener(doing, start);
  return stop;
}

const waiting = <Skeleton rows={4} height={48} />;

export function NewSession(props: ComponentProps<typeof LazyNew>) {
  return (
    <Suspense fallback={waiting}>
      <LazyNew {...props} />
    </Suspense>
  );
}

export function EditSession(props: ComponentProps<typeof LazyEdit>) {
  return (
    <Suspense fallback={waiting}>
      <LazyEdit {...props} />
    </Suspense>
  );
}
