import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { keys } from '@/api/keys';
import { addExampleData } from '@/api/transfer';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useToast } from '@/components/Toast';
import { useEntry } from './entry';

/** An empty store, and three ways to fill it. */
export function NoSessions() {
  const { t } = useTranslation();
  const { openNew } = useEntry();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const example = useMutation({
    mutationFn: addExampleData,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.store }),
    onError: (error) => toast({ kind: 'error', text: error.message }),
  });
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
