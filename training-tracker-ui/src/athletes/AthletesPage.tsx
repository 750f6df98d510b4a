import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { athleteSummaries, createAthlete } from '@/api/athletes';
import { keys } from '@/api/keys';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useToast } from '@/components/Toast';
import { usePreferences } from '@/preferences/store';
import { useExampleData } from '@/sessions/useExampleData';
import { useToday } from '@/sessions/useToday';
import { NameForm } from './NameForm';
import { Roster } from './Roster';
import { useRosterChange } from './useRosterChange';

/** Everyone in the log: what they did last, this week and in the weeks before. */
export default function AthletesPage() {
  const { t } = useTranslation('athletes');
  const { weekStart } = usePreferences();
  const day = useToday();
  const roster = useQuery({
    queryKey: keys.athleteSummaries(day, weekStart),
    queryFn: ({ signal }) => athleteSummaries(day, weekStart, signal),
  });
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={t('title')}>
        {adding ? null : (
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </PageHeader>
      {adding ? <AddAthlete onClose={() => setAdding(false)} /> : null}
      {roster.data && roster.data.length > 0 ? (
        <Roster athletes={roster.data} />
      ) : roster.data ? (
        <NoAthletes onAdd={() => setAdding(true)} />
      ) : roster.error ? (
        <RetryMessage what={t('title')} error={roster.error} onRetry={() => void roster.refetch()} />
      ) : (
        <Skeleton rows={5} height={64} />
      )}
    </>
  );
}

function AddAthlete({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('athletes');
  const toast = useToast();
  // One per form: a repeated try after a lost answer adds one athlete, not two.
  const [key] = useState(() => crypto.randomUUID());
  const add = useRosterChange(
    (name: string) => createAthlete(name, key),
    (athlete) => {
      toast({ text: t('added', { name: athlete.name }) });
      onClose();
    },
  );
  return (
    <NameForm
      name=""
      saving={add.isPending}
      error={add.error}
      onSave={(name) => add.mutate(name)}
      onCancel={onClose}
    />
  );
}

function NoAthletes({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation('athletes');
  const { t: common } = useTranslation();
  const [, navigate] = useLocation();
  const example = useExampleData();
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')}>
      <Button kind="primary" icon="plus" onClick={onAdd}>
        {t('add')}
      </Button>
      <Button icon="import" onClick={() => navigate('/import')}>
        {common('empty.import')}
      </Button>
      <Button disabled={example.isPending} onClick={() => example.mutate()}>
        {common('empty.example')}
      </Button>
    </EmptyState>
  );
}
