import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getJson } from '@/api/client';
import styles from './SettingsPage.module.css';

export function About() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const about = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => getJson<{ version: string }>('/', {}, signal),
  });
  const keysOf = [
    ['n', t('shortcutNew')],
    ['/', t('shortcutFilter')],
    ['Esc', t('shortcutClose')],
  ] as const;
  return (
    <section className={styles.section} aria-labelledby="about-title">
      <h2 id="about-title">{t('about')}</h2>
      <p>
        {common('appName')}
        {about.data ? ` · ${t('version', { version: about.data.version })}` : null}
        {about.error ? ` · ${t('versionFailed')}` : null}
      </p>
      <p>
        <a href="/docs">{t('docs')}</a>
      </p>
      <h3>{t('shortcuts')}</h3>
      <dl className={styles.shortcuts}>
        {keysOf.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
