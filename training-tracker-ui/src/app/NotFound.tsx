import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PageHeader } from '@/components/PageHeader';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <Link href="/">{t('notFound.home')}</Link>
    </>
  );
}
