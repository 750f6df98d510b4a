import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useFormat } from '@/preferences/format';
import { FileHeading } from './FileHeading';
import styles from './ImportPage.module.css';
import type { RunState } from './importRun';
import type { Phase } from './useImportRun';

interface Props {
  name: string;
  total: number;
  phase: Phase;
  state: RunState;
  error: unknown;
  onStop: () => void;
  onGoOn: () => void;
  onGiveUp: () => void;
}

/** How far the import is, with a way to stop it and, when it stands, to go on. */
export function Progress({ name, total, phase, state, error, onStop, onGoOn, onGiveUp }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const done = state.nextRow ?? total;
  const words = { done: format.number(done), total: format.number(total) };
  const running = phase === 'running';
  return (
    <section className={styles.file} aria-labelledby="progress-title">
      <FileHeading id="progress-title">{t('importing', { name })}</FileHeading>
      <progress
        className={styles.progress}
        max={Math.max(total, 1)}
        value={done}
        aria-labelledby="progress-title"
      />
      {running ? (
        <p role="status">{t('progress', words)}</p>
      ) : (
        <div className={phase === 'failed' ? styles.failure : undefined} role="alert">
          <p>{t(phase === 'failed' ? 'failed' : 'stopped', words)}</p>
          {phase === 'failed' && error instanceof Error ? <p>{error.message}</p> : null}
        </div>
      )}
      <div className={styles.actions}>
        {running ? (
          <Button onClick={onStop}>{t('cancel')}</Button>
        ) : (
          <>
            <Button kind="primary" onClick={onGoOn}>
              {t('goOn')}
            </Button>
            <Button onClick={onGiveUp}>{t('skip')}</Button>
          </>
        )}
      </div>
    </section>
  );
}
