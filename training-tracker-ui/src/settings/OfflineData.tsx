import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forgetLoaded } from '@/api/persist';
import { Button } from '@/components/Button';
import { useToast } from '@/components/Toast';

import styles from './SettingsPage.module.css';

export function OfflineData() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const toast = useToast();
  return (
    <section className={styles.section} aria-labelledby="offline-title">
      <h2 id="offline-title">{t('offline')}</h2>
      <p className={styles.note}>{t('offlineText')}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void forgetLoaded(client).then(() => toast({ text: t('cleared') }))}>
          {t('clear')}
        </Button>
      </div>
    </section>
  );
}
