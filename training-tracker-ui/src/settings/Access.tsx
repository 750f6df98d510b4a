import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { listAthletes } from '@/api/athletes';
import { UnauthorizedError } from '@/api/errors';
import { keys } from '@/api/keys';
import { forgetToken, onTokenChange, setToken, token } from '@/api/token';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { useToast } from '@/components/Toast';
import { clearOfflineData } from './clearOfflineData';
import styles from './SettingsPage.module.css';

/** The token, for servers that want one. */
export function Access() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const toast = useToast();
  const signedIn = useSyncExternalStore(onTokenChange, token) !== null;
  const signOut = async () => {
    forgetToken();
    await clearOfflineData(client);
    toast({ text: t('signedOut') });
  };
  return (
    <section className={styles.section} aria-labelledby="access-title">
      <h2 id="access-title">{t('access')}</h2>
      <p className={styles.note}>{t(signedIn ? 'tokenSet' : 'tokenNone')}</p>
      {signedIn ? (
        <div className={styles.buttons}>
          <Button onClick={() => void signOut()}>{t('signOut')}</Button>
        </div>
      ) : (
        <SignIn />
      )}
    </section>
  );
}

function SignIn() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const toast = useToast();
  const [text, setText] = useState('');
  const [remember, setRemember] = useState(false);
  const signIn = useMutation({
    mutationFn: async () => {
      setToken(text.trim(), remember);
      try {
        await listAthletes();
      } catch (error) {
        forgetToken();
        throw error;
      }
    },
    onSuccess: () => {
      toast({ text: t('signedIn') });
      void client.invalidateQueries({ queryKey: keys.store });
    },
  });
  const error = signIn.error
    ? signIn.error instanceof UnauthorizedError
      ? t('tokenWrong')
      : signIn.error.message
    : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') signIn.mutate();
      }}
    >
      <Field label={t('token')} error={error} className={styles.token}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            autoComplete="current-password"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <label className={styles.option}>
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        <span>{t('remember')}</span>
      </label>
      <Button type="submit" disabled={text.trim() === '' || signIn.isPending}>
        {t('tokenSave')}
      </Button>
    </form>
  );
}
