import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { renameAthlete } from '@/api/athletes';
import type { Athlete } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useToast } from '@/components/Toast';
import { useAthletes } from '@/sessions/queries';
import styles from './AthletePage.module.css';
import { DeleteAthlete } from './DeleteAthlete';
import { NameForm } from './NameForm';
import { Recent } from './Recent';
import { Totals } from './Totals';
import { useRosterChange } from './useRosterChange';

/** One athlete: totals, the latest sessions, and the ways into the other pages. */
export default function AthletePage() {
  const { t } = useTranslation('athletes');
  const id = useParams<{ id: string }>().id;
  const athletes = useAthletes();
  const athlete = athletes.data?.find((candidate) => candidate.id === id);
  return (
    <>
      <p className={styles.back}>
        <Link href="/athletes">← {t('profile.back')}</Link>
      </p>
      {athlete ? (
        <Profile key={id} athlete={athlete} />
      ) : athletes.data ? (
        <>
          <PageHeader title={t('profile.notFound')} />
          <EmptyState title={t('profile.notFound')} text={t('profile.notFoundText')} />
        </>
      ) : athletes.error ? (
        <RetryMessage what={t('title')} error={athletes.error} onRetry={() => void athletes.refetch()} />
      ) : (
        <Skeleton rows={4} height={72} />
      )}
    </>
  );
}

function Profile({ athlete }: { athlete: Athlete }) {
  const { t } = useTranslation('athletes');
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const [, navigate] = useLocation();
  const query = `?athleteId=${encodeURIComponent(athlete.id)}`;
  return (
    <>
      <PageHeader title={athlete.name}>
        <Button icon="edit" onClick={() => setDoing('rename')}>
          {t('profile.rename')}
        </Button>
        <Button kind="danger" icon="trash" onClick={() => setDoing('delete')}>
          {t('profile.delete')}
        </Button>
      </PageHeader>
      {doing === 'rename' ? <Rename athlete={athlete} onClose={() => setDoing(null)} /> : null}
      {doing === 'delete' ? (
        <DeleteAthlete
          athlete={athlete}
          onClose={() => setDoing(null)}
          onDeleted={() => navigate('/athletes', { replace: true })}
        />
      ) : null}
      <nav className={styles.links} aria-label={t('profile.links', { name: athlete.name })}>
        <Link href={`/${query}`}>{t('profile.inLog')}</Link>
        <Link href={`/calendar${query}`}>{t('profile.inCalendar')}</Link>
        <Link href={`/statistics${query}`}>{t('profile.inStatistics')}</Link>
      </nav>
      <Totals athleteId={athlete.id} />
      <Recent athleteId={athlete.id} />
    </>
  );
}

function Rename({ athlete, onClose }: { athlete: Athlete; onClose: () => void }) {
  const { t } = useTranslation('athletes');
  const toast = useToast();
  const rename = useRosterChange(
    (name: string) => renameAthlete(athlete.id, name),
    (renamed) => {
      toast({ text: t('profile.renamed', { name: renamed.name }) });
      onClose();
    },
  );
  return (
    <NameForm
      name={athlete.name}
      saving={rename.isPending}
      error={rename.error}
      onSave={(name) => (name === athlete.name ? onClose() : rename.mutate(name))}
      onCancel={onClose}
    />
  );
}
