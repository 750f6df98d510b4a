import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';
import { DropZone } from './DropZone';
import { ExportPanel } from './ExportPanel';
import { FileImport } from './FileImport';
import { FileQueue, type QueuedFile } from './FileQueue';
import styles from './ImportPage.module.css';
import { defaultSettings } from './importOptions';
import { useFileDrop } from './useFileDrop';

let filesEver = 0;

/** Files in, one after another, and the log out. */
export default function ImportPage() {
  const { t } = useTranslation('import');
  const [queue, setQueue] = useState<readonly QueuedFile[]>([]);
  const [settings, setSettings] = useState(defaultSettings);
  const current = queue.find((entry) => entry.result === 'waiting' || entry.result === 'report');
  const waiting = queue.filter((entry) => entry.result === 'waiting' && entry !== current).length;

  const add = (files: readonly File[]) =>
    setQueue((now) => [
      ...(now.some((entry) => entry.result === 'waiting' || entry.result === 'report') ? now : []),
      ...files.map((file) => ({ id: ++filesEver, file, result: 'waiting' as const })),
    ]);
  const over = useFileDrop(add);
  const mark = (id: number, result: QueuedFile['result']) =>
    setQueue((now) => {
      const next = now.map((entry) => (entry.id === id ? { ...entry, result } : entry));
      return next.every((entry) => entry.result === 'skipped') ? [] : next;
    });
  // The choice of an athlete holds for a pile of files, but not for a copy of a whole log, which names its athletes itself.
  const goOn = (id: number, result: 'done' | 'skipped') => {
    mark(id, result);
    const next = queue.find((entry) => entry.result === 'waiting' && entry.id !== id);
    if (!next || /\.json$/i.test(next.file.name)) setSettings((now) => ({ ...now, whose: { kind: 'file' } }));
  };

  return (
    <>
      <PageHeader title={t('title')} />
      {queue.length > 1 ? <FileQueue queue={queue} current={current ?? null} /> : null}
      {current ? (
        <FileImport
          key={current.id}
          id={current.id}
          file={current.file}
          settings={settings}
          onSettings={setSettings}
          hasNext={waiting > 0}
          onImported={() => mark(current.id, 'report')}
          onNext={() => goOn(current.id, 'done')}
          onSkip={() => goOn(current.id, 'skipped')}
          onMore={() => {
            goOn(current.id, 'done');
            setQueue([]);
          }}
        />
      ) : (
        <div className={styles.columns}>
          <section aria-labelledby="import-title">
            <h2 id="import-title">{t('importTitle')}</h2>
            <DropZone over={over} onFiles={add} />
          </section>
          <ExportPanel />
        </div>
      )}
    </>
  );
}
