import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { NoSessions } from '@/sessions/NoSessions';
import { useSessionPages } from '@/sessions/queries';
import { filterOf } from './filter';
import { Filters } from './Filters';
import { SessionList } from './SessionList';
import { Totals } from './Totals';

/** The log: every session, newest first, narrowed by what stands in the address bar. */
export function LogPage() {
  const { t } = useTranslation('log');
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => filterOf(address), [address]);
  const pages = useSessionPages(filter);
  const sessions = useMemo(() => pages.data?.pages.flatMap((page) => page.data) ?? [], [pages.data]);
  const filtered = Object.keys(filter).length > 0;
  const nothing = pages.isSuccess && sessions.length === 0;

  if (nothing && !filtered)
    return (
      <>
        <PageHeader title={t('title')} />
        <NoSessions />
      </>
    );
  return (
    <>
      <PageHeader title={t('title')}>
        <Totals filter={filter} />
      </PageHeader>
      <Filters filter={filter} />
      {pages.isPending ? <Skeleton rows={8} /> : null}
      {pages.isError && !pages.data ? (
        <RetryMessage what={t('sessions')} error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {nothing ? (
        <EmptyState title={t('noMatch.title')} text={t('noMatch.text')}>
          <Button onClick={() => setAddress({})}>{t('filters.clear')}</Button>
        </EmptyState>
      ) : null}
      {sessions.length > 0 ? <SessionList sessions={sessions} filter={filter} pages={pages} /> : null}
    </>
  );
}
