import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { useToast } from '@/components/Toast';
import { useSummary } from './formTexts';
import { EditSession, NewSession, preloadForm } from './LazyForm';
import type { EntryStart } from './SessionEntry';

export type { EntryStart };

type Entry = {
  openNew: (start?: EntryStart) => void;
  openEdit: (session: Session) => void;
};
type Open = { start: EntryStart; edit: Session | null };

const EntryContext = createContext<Entry>({ openNew: () => undefined, openEdit: () => undefined });

/** Opens the session form from anywhere. */
export function useEntry(): Entry {
  return useContext(EntryContext);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function EntryProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const openNew = useCallback((start: EntryStart = {}) => setOpen({ start, edit: null }), []);
  const openEdit = useCallback((session: Session) => setOpen({ start: {}, edit: session }), []);
  const entry = useMemo(() => ({ openNew, openEdit }), [openNew, openEdit]);

  useEffect(preloadForm, []);
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
      {open ? <EntryDialog open={open} onClose={() => setOpen(null)} /> : null}
    </EntryContext.Provider>
  );
}

function EntryDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useTranslation('sessions');
  const toast = useToast();
  const summary = useSummary();
  const done = {
    onCancel: onClose,
    onSaved: (session: Session) => {
      onClose();
      toast({ text: t('saved', { session: summary(session) }) });
    },
  };
  const title = open.edit ? t('editTitle') : open.start.copyOf ? t('copyTitle') : t('newTitle');
  return (
    <Dialog title={title} onClose={onClose}>
      {open.edit ? (
        <EditSession session={open.edit} {...done} />
      ) : (
        <NewSession start={open.start} {...done} />
      )}
    </Dialog>
  );
}
