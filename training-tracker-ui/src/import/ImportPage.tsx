import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export default function ImportPage() {
  const { t } = useTranslation('import');
  return <PageHeader title={t('title')} />;
}
