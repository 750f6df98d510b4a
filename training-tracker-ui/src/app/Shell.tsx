import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { useEntry } from '@/sessions/entry';
import { OfflineBanner } from './OfflineBanner';
import { PAGES, type Page } from './routes';
import styles from './Shell.module.css';

// On the phone two tabs stand left of the "+" and one right of it; the others are behind "More".
const LEFT_TABS = PAGES.slice(0, 2);
const RIGHT_TABS = PAGES.filter((page) => page.name === 'statistics');
const MORE = PAGES.filter((page) => !LEFT_TABS.includes(page) && !RIGHT_TABS.includes(page));

/** The landmarks around every page: rail (or bottom bar) with the "+", and main. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { openNew } = useEntry();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <nav className={styles.rail} aria-label={t('nav.label')}>
        <Link href="/" className={styles.brand}>
          {t('appName')}
        </Link>
        <Button
          kind="primary"
          icon="plus"
          className={styles.add}
          onClick={() => openNew()}
          aria-keyshortcuts="n"
        >
          {t('addSession')}
        </Button>
        <ul>
          {PAGES.map((page) => (
            <li key={page.name}>
              <NavLink page={page} />
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        <OfflineBanner />
        {children}
      </main>
      <BottomBar />
    </div>
  );
}

function NavLink({ page, onClick }: { page: Page; onClick?: () => void }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const here = page.path === '/' ? location === '/' : location.startsWith(page.path);
  return (
    <Link
      href={page.path}
      className={styles.link}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      {...(onClick ? { onClick } : {})}
    >
      <Icon name={page.icon} />
      <span>{t(`nav.${page.name}`)}</span>
    </Link>
  );
}

function BottomBar() {
  const { t } = useTranslation();
  const { openNew } = useEntry();
  const [open, setOpen] = useState(false);
  const [location] = useLocation();

  useEffect(() => setOpen(false), [location]);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [open]);

  const tabs = (pages: Page[]) =>
    pages.map((page) => (
      <li key={page.name}>
        <NavLink page={page} />
      </li>
    ));
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      {open ? (
        <ul id="more-pages" className={styles.more}>
          {MORE.map((page) => (
            <li key={page.name}>
              <NavLink page={page} onClick={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      ) : null}
      <ul className={styles.tabs}>
        {tabs(LEFT_TABS)}
        <li>
          <Button
            kind="primary"
            icon="plus"
            iconOnly={t('addSession')}
            className={styles.addRound}
            onClick={() => openNew()}
          />
        </li>
        {tabs(RIGHT_TABS)}
        <li>
          <button
            type="button"
            className={styles.link}
            aria-expanded={open}
            aria-controls="more-pages"
            onClick={() => setOpen(!open)}
          >
            <Icon name="more" />
            <span>{t('nav.more')}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
