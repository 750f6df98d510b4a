import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export default function StatisticsPage() {
  const { t } = useTranslation('statistics');
  return <PageHeader title={t('title')} />;
}
