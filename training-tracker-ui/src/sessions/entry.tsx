import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Dialog } from '@/components/Dialog';

/** What a new session starts from: a day of the calendar, an athlete's profile, or a session to duplicate. */
export type EntryStart = { date?: string; athleteId?: string; copyOf?: Session };

type Entry = {
  openNew: (start?: EntryStart) => void;
  openEdit: (session: Session) => void;
};

const EntryContext = createContext<Entry>({ openNew: () => undefined, openEdit: () => undefined });

/** Opens the session form from anywhere. */
export function useEntry(): Entry {
  return useContext(EntryContext);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function EntryProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('sessions');
  const [open, setOpen] = useState<{ start: EntryStart; edit: Session | null } | null>(null);
  const openNew = useCallback((start: EntryStart = {}) => setOpen({ start, edit: null }), []);
  const openEdit = useCallback((session: Session) => setOpen({ start: {}, edit: session }), []);
  const entry = useMemo(() => ({ openNew, openEdit }), [openNew, openEdit]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      openNew();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [openNew]);

  return (
    <EntryContext.Provider value={entry}>
      {children}
      {open ? (
        <Dialog title={t('newTitle')} onClose={() => setOpen(null)}>
          {null}
        </Dialog>
      ) : null}
    </EntryContext.Provider>
  );
}
