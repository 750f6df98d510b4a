import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { PageHeader } from '@/components/PageHeader';

export default function AthletePage() {
  const { t } = useTranslation('athletes');
  const { id } = useParams<{ id: string }>();
  return <PageHeader title={`${t('title')} ${id}`} />;
}
