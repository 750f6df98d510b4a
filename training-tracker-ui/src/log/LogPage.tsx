import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export function LogPage() {
  const { t } = useTranslation('log');
  return <PageHeader title={t('title')} />;
}
