import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export default function AthletesPage() {
  const { t } = useTranslation('athletes');
  return <PageHeader title={t('title')} />;
}
