import { useTranslation } from 'react-i18next';
import styles from './FileQueue.module.css';

/** waiting: not handled yet; report: written, its report is on the page; done: its report was seen. */
export interface QueuedFile {
  readonly id: number;
  readonly file: File;
  readonly result: 'waiting' | 'report' | 'done' | 'skipped';
}

/** Where the user is among the files that were dropped. */
export function FileQueue({ queue, current }: { queue: readonly QueuedFile[]; current: QueuedFile | null }) {
  const { t } = useTranslation('import');
  const statusOf = (entry: QueuedFile) => {
    if (entry.result === 'skipped') return 'skipped';
    if (entry.result !== 'waiting') return 'done';
    return entry === current ? 'current' : 'waiting';
  };
  return (
    <ol className={styles.queue} aria-label={t('queue')}>
      {queue.map((entry) => (
        <li
          key={entry.id}
          className={styles.file}
          data-status={statusOf(entry)}
          aria-current={entry === current ? 'step' : undefined}
        >
          <span className={styles.name}>{entry.file.name}</span>
          <span className={styles.status}>{t(`status.${statusOf(entry)}`)}</span>
        </li>
      ))}
    </ol>
  );
}
