import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { onServerAwayChange, serverAway, setServerAway } from '@/api/reachable';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { usePreferences } from '@/preferences/store';
import styles from './OfflineBanner.module.css';

const LOOK_EVERY_MS = 5000;

async function answers(): Promise<boolean> {
  const response = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  return response?.ok ?? false;
}

/** Says that the server is away, and of when what is shown is; goes when the server is back, and everything is fetched anew. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { language } = usePreferences();
  const away = useSyncExternalStore(onServerAwayChange, serverAway);
  const [looking, setLooking] = useState(false);

  const look = async () => {
    setLooking(true);
    if (await answers()) {
      setServerAway(false);
      await client.invalidateQueries({ queryKey: keys.store });
    }
    setLooking(false);
  };

  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
    // look is made anew by each render; what it does depends on nothing that changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [away]);

  if (!away) return null;
  const loaded = Math.max(
    0,
    ...client
      .getQueryCache()
      .findAll({ queryKey: keys.store })
      .map((query) => query.state.dataUpdatedAt),
  );
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(loaded);
  return (
    <div className={styles.banner} role="status">
      <Icon name="offline" />
      <span>{loaded > 0 ? t('offline.shown', { when }) : t('offline.nothing')}</span>
      <Button kind="quiet" disabled={looking} onClick={() => void look()}>
        {t('retry')}
      </Button>
    </div>
  );
}
