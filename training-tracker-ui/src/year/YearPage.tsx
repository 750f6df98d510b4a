import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export default function YearPage() {
  const { t } = useTranslation('year');
  return <PageHeader title={t('title')} />;
}
