// The form is a chunk of its own, so that the log is there sooner; it is fetched as soon as nothing else is to be done.
import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '@/components/Skeleton';

const load = () => import('./SessionEntry');
const LazyNew = lazy(async () => ({ default: (await load()).NewSession }));
const LazyEdit = lazy(async () => ({ default: (await load()).EditSession }));

const IDLE_AFTER_MS = 300;

export function preloadForm(): () => void {
  const timer = setTimeout(() => void load().catch(() => undefined), IDLE_AFTER_MS);
  return () => clearTimeout(timer);
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
