import { useSyncExternalStore } from 'react';

/** The width at which the shell turns to its bottom bar (Shell.module.css). */
const NARROW = '(max-width: 719px)';

function subscribe(listener: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the screen is a phone's, for pages that show something else there and not only the same in another shape. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
