import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import styles from './DropZone.module.css';

interface Props {
  /** Files are being dragged over the page. */
  over: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** A place to drop files on, with a button for everyone who does not drag. */
export function DropZone({ over, onFiles }: Props) {
  const { t } = useTranslation('import');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.zone} data-over={over || undefined}>
      <p className={styles.words}>
        <strong>{t('drop')}</strong> <span>{t('or')}</span>
      </p>
      <Button kind="primary" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="import-files"
        aria-label={t('choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <p className={styles.hint}>{t('kinds')}</p>
    </div>
  );
}
