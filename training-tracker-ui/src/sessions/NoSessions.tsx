import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useEntry } from './entry';
import { useExampleData } from './useExampleData';

/** An empty store, and three ways to fill it. */
export function NoSessions() {
  const { t } = useTranslation();
  const { openNew } = useEntry();
  const [, navigate] = useLocation();
  const example = useExampleData();
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')}>
      <Button kind="primary" icon="plus" onClick={() => openNew()}>
        {t('empty.addFirst')}
      </Button>
      <Button icon="import" onClick={() => navigate('/import')}>
        {t('empty.import')}
      </Button>
      <Button disabled={example.isPending} onClick={() => example.mutate()}>
        {t('empty.example')}
      </Button>
    </EmptyState>
  );
}
