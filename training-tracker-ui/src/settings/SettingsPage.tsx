import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';
import { LANGUAGES } from '@/i18n';
import { setPreferences, usePreferences } from '@/preferences/store';
import { About } from './About';
import { Access } from './Access';
import { Choice } from './Choice';
import { OfflineData } from './OfflineData';
import styles from './SettingsPage.module.css';

/** Each language by the name that its speakers know. */
const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands' };

export default function SettingsPage() {
  const { t } = useTranslation('settings');
  const { units, weekStart, theme, language } = usePreferences();
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.sections}>
        <section className={styles.section} aria-labelledby="display-title">
          <h2 id="display-title">{t('display')}</h2>
          <Choice
            label={t('units')}
            hint={t('unitsHint')}
            value={units}
            options={[
              ['km', t('unit.km')],
              ['miles', t('unit.miles')],
            ]}
            onChange={(value) => setPreferences({ units: value })}
          />
          <Choice
            label={t('weekStart')}
            value={weekStart}
            options={(['monday', 'sunday', 'saturday'] as const).map((day) => [day, t(`week.${day}`)])}
            onChange={(value) => setPreferences({ weekStart: value })}
          />
          <Choice
            label={t('theme')}
            value={theme}
            options={(['system', 'light', 'dark'] as const).map((name) => [name, t(`themes.${name}`)])}
            onChange={(value) => setPreferences({ theme: value })}
          />
          <Choice
            label={t('language')}
            value={language}
            options={LANGUAGES.map((code) => [code, LANGUAGE_NAMES[code]])}
            onChange={(value) => setPreferences({ language: value })}
          />
          <p className={styles.note}>{t('saved')}</p>
        </section>
        <Access />
        <OfflineData />
        <About />
      </div>
    </>
  );
}
