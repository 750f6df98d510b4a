import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listAthletes } from '@/api/athletes';
import { forgetLoaded } from '@/api/persist';
import { forgetToken, onTokenChange, token } from '@/api/token';
import { Button } from '@/components/Button';
import { useToast } from '@/components/Toast';
import styles from './SettingsPage.module.css';

/** Signing out, where the server wanted a token. A token is asked for when a request is refused, not here. */
export function Access() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const toast = useToast();
  const signedIn = useSyncExternalStore(onTokenChange, token) !== null;
  const signOut = async () => {
    forgetToken();
    await forgetLoaded(client);
    toast({ text: t('signedOut') });
    // A server that wants a token refuses this, and the page asks for one.
    await listAthletes().catch(() => undefined);
  };
  return (
    <section className={styles.section} aria-labelledby="access-title">
      <h2 id="access-title">{t('access')}</h2>
      <p className={styles.note}>{t(signedIn ? 'tokenSet' : 'tokenNone')}</p>
      {signedIn ? (
        <div className={styles.buttons}>
          <Button onClick={() => void signOut()}>{t('signOut')}</Button>
        </div>
      ) : null}
    </section>
  );
}
