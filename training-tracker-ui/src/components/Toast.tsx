import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './Toast.module.css';

export type ToastMessage = {
  text: string;
  kind?: 'normal' | 'error';
  action?: { label: string; run: () => void };
};
type Shown = ToastMessage & { id: number };

const SHOWN_MS = 7000;
const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a message for some seconds; one with an action, or an error, stays until the next or until it is dismissed. */
export function useToast() {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  const count = useRef(0);

  const close = useCallback((id: number) => setShown((now) => (now?.id === id ? null : now)), []);
  const show = useCallback(
    (message: ToastMessage) => {
      const id = ++count.current;
      setShown({ ...message, id });
      if (!message.action && message.kind !== 'error') setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );
  const value = useMemo(() => show, [show]);

  return (
    <ToastContext.Provider value={value}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {shown ? (
          <div key={shown.id} className={[styles.toast, styles[shown.kind ?? 'normal']].join(' ')}>
            <span>{shown.text}</span>
            {shown.action ? (
              <Button
                kind="quiet"
                className={styles.action}
                onClick={() => {
                  close(shown.id);
                  shown.action?.run();
                }}
              >
                {shown.action.label}
              </Button>
            ) : null}
            <Button
              kind="quiet"
              className={styles.action}
              icon="close"
              iconOnly={t('dismiss')}
              onClick={() => close(shown.id)}
            />
          </div>
        ) : null}
      </div>
    </ToastContext.Provider>
  );
}
