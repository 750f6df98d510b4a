import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTokenValid, setToken, token } from '@/api/token';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { PageHeader } from '@/components/PageHeader';
import styles from './TokenPage.module.css';

/** Asked for when the server wants a token, in place of every page. Kept for this tab, or on this device when the user says so. */
export function TokenPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const [remember, setRemember] = useState(false);
  const [problem, setProblem] = useState(() => (token() === null ? undefined : t('token.wrong')));
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  const signIn = async () => {
    const secret = value.trim();
    if (secret === '') return;
    setBusy(true);
    try {
      if (await isTokenValid(secret)) {
        client.clear();
        setToken(secret, remember);
        return;
      }
      setProblem(t('token.wrong'));
    } catch {
      setProblem(t('errors.away'));
    }
    setBusy(false);
    field.current?.select();
  };

  return (
    <div className={styles.page}>
      <PageHeader title={t('token.title')} />
      <p>{t('token.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <Field label={t('token.label')} error={problem}>
          {(wiring) => (
            <input
              {...wiring}
              ref={field}
              type="password"
              autoComplete="current-password"
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <label className={styles.option}>
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
          <span>{t('token.remember')}</span>
        </label>
        <Button type="submit" kind="primary" disabled={busy}>
          {t('token.signIn')}
        </Button>
      </form>
    </div>
  );
}
