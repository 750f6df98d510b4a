import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponseError } from '@/api/errors';
import { Button } from '@/components/Button';
import { useAthletes } from '@/sessions/queries';
import { ColumnChoice } from './ColumnChoice';
import { columnsOf, type ChosenColumns } from './columns';
import { FileHeading } from './FileHeading';
import styles from './ImportPage.module.css';
import { importOptions, isComplete, type ImportSettings } from './importOptions';
import { Preview, PreviewFailure } from './Preview';
import { Progress } from './Progress';
import { Report } from './Report';
import { SettingsForm } from './SettingsForm';
import { useImportRun } from './useImportRun';
import { usePreview } from './usePreview';

interface Props {
  id: number;
  file: File;
  settings: ImportSettings;
  onSettings: (settings: ImportSettings) => void;
  hasNext: boolean;
  onImported: () => void;
  onNext: () => void;
  onSkip: () => void;
  onMore: () => void;
}

/** One file: how to read it, what it would do, then doing it. */
export function FileImport(props: Props) {
  const { id, file, settings, onSettings, onImported } = props;
  const { t } = useTranslation('import');
  const [chosen, setChosen] = useState<ChosenColumns>({});
  const options = useMemo(() => importOptions(settings, file.name, chosen), [settings, file, chosen]);
  const run = useImportRun(file, options);
  const preview = usePreview(id, file, options, run.phase === 'idle' && isComplete(settings));
  const athletes = useAthletes();

  const error = preview.error;
  // They stay on the page while the file is read anew with other columns.
  const [columns, setColumns] = useState<readonly string[] | null>(null);
  const found = columnsOf(preview.data, error);
  if (found && found.join('\n') !== columns?.join('\n')) setColumns(found);
  const code = error instanceof ResponseError ? error.code : '';
  const athleteNeeded = code === 'ATHLETE_NEEDED' && settings.whose.kind === 'file';
  const roster = athletes.data;
  useEffect(() => {
    if (!athleteNeeded || !roster || roster.length > 1) return;
    // With one athlete, or none, there is nothing to choose.
    const only = roster[0];
    onSettings({ ...settings, whose: only ? { kind: 'athlete', id: only.id } : { kind: 'new', name: '' } });
  }, [athleteNeeded, roster, settings, onSettings]);
  const done = run.phase === 'done';
  useEffect(() => {
    if (done) onImported();
    // Once; the page hands a new function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [done]);

  if (done) return <Report {...props} state={run.state} />;
  if (run.phase !== 'idle') {
    return (
      <Progress
        name={file.name}
        total={preview.data?.total ?? 0}
        phase={run.phase}
        state={run.state}
        error={run.error}
        onStop={run.stop}
        onGoOn={() => void run.start()}
        onGiveUp={props.onSkip}
      />
    );
  }
  return (
    <section aria-labelledby="file-title" className={styles.file}>
      <FileHeading id="file-title">{file.name}</FileHeading>
      <SettingsForm
        settings={settings}
        onChange={onSettings}
        athletes={roster ?? []}
        athleteNeeded={athleteNeeded}
      />
      {columns ? (
        <ColumnChoice
          columns={columns}
          chosen={chosen}
          mapping={preview.data?.mapping}
          unknown={code === 'COLUMNS_NOT_RECOGNISED'}
          onChange={setChosen}
        />
      ) : null}
      {!isComplete(settings) ? (
        <p className={styles.note}>{t('nameNeeded')}</p>
      ) : error && !athleteNeeded ? (
        <PreviewFailure name={file.name} error={error} onRetry={() => void preview.refetch()} />
      ) : athleteNeeded ? null : (
        <Preview
          name={file.name}
          report={preview.data}
          updating={preview.isPlaceholderData}
          onCommit={() => void run.start()}
        />
      )}
      <div className={styles.actions}>
        <Button onClick={props.onSkip}>{t('skip')}</Button>
      </div>
    </section>
  );
}
