import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './Dialog.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode; wide?: boolean };

/** A modal dialog on the browser's own element: it traps the focus, closes by Escape and gives the focus back. Mounted = open. */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={[styles.dialog, wide ? styles.wide : ''].join(' ')}
      aria-labelledby={heading}
      onCancel={(event) => {
        // React decides when it is gone, not the browser.
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.header}>
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" icon="close" iconOnly={t('close')} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
