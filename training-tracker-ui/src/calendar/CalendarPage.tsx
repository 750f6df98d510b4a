import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';

export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  return <PageHeader title={t('title')} />;
}
