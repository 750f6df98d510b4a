import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

type Change = Record<string, string | null>;

/** What a page keeps in the address bar, and how it changes it: null or empty removes a name. */
export function useAddress(): [URLSearchParams, (change: Change) => void] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback(
    (wanted: Change) =>
      setAddress((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(wanted)) {
          if (value === null || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      }),
    [setAddress],
  );
  return [address, change];
}
