import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFile } from '@/api/transfer';
import type { SessionFilter } from '@/api/types';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { useToast } from '@/components/Toast';
import { useAthletes, useSports } from '@/sessions/queries';
import { download } from './download';
import styles from './ImportPage.module.css';

/** The log as a file: a part of it as CSV, or everything as JSON. */
export function ExportPanel() {
  const { t } = useTranslation('import');
  const toast = useToast();
  const [filter, setFilter] = useState<SessionFilter>({});
  const athletes = useAthletes();
  const sports = useSports(filter.athleteId === '' ? undefined : filter.athleteId);
  const fetching = useMutation({
    mutationFn: (kind: 'csv' | 'json') => exportFile(kind, kind === 'csv' ? filter : {}),
    onSuccess: ({ file, name }) => {
      download(file, name);
      toast({ text: t('export.done', { name }) });
    },
  });
  const set = (change: SessionFilter) => setFilter({ ...filter, ...change });
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <div className={styles.card}>
        <p className={styles.note}>{t('export.text')}</p>
        <div className={styles.pair}>
          <Field label={t('athlete')}>
            {(wiring) => (
              <select
                {...wiring}
                value={filter.athleteId ?? ''}
                onChange={(event) => set({ athleteId: event.target.value, sport: '' })}
              >
                <option value="">{t('export.everyone')}</option>
                {athletes.data?.map((athlete) => (
                  <option key={athlete.id} value={athlete.id}>
                    {athlete.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('export.sport')}>
            {(wiring) => (
              <select
                {...wiring}
                value={filter.sport ?? ''}
                onChange={(event) => set({ sport: event.target.value })}
              >
                <option value="">{t('export.allSports')}</option>
                {sports.data?.map(({ sport }) =>
                  sport === null ? null : <option key={sport}>{sport}</option>,
                )}
              </select>
            )}
          </Field>
          <Field label={t('export.from')}>
            {(wiring) => (
              <input
                {...wiring}
                type="date"
                value={filter.startDate ?? ''}
                onChange={(event) => set({ startDate: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('export.to')}>
            {(wiring) => (
              <input
                {...wiring}
                type="date"
                value={filter.endDate ?? ''}
                onChange={(event) => set({ endDate: event.target.value })}
              />
            )}
          </Field>
        </div>
        {fetching.error ? (
          <p className={styles.failure} role="alert">
            {t('export.failed')} {fetching.error.message}
          </p>
        ) : null}
        <div className={styles.actions}>
          <Button kind="primary" disabled={fetching.isPending} onClick={() => fetching.mutate('csv')}>
            {t(fetching.isPending && fetching.variables === 'csv' ? 'export.working' : 'export.csv')}
          </Button>
          <Button disabled={fetching.isPending} onClick={() => fetching.mutate('json')}>
            {t(fetching.isPending && fetching.variables === 'json' ? 'export.working' : 'export.json')}
          </Button>
        </div>
        <p className={styles.note}>{t('export.jsonHint')}</p>
      </div>
    </section>
  );
}
