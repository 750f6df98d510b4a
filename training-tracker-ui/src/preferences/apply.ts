import { changeLanguage } from '@/i18n';
import { type Preferences, preferences, subscribePreferences } from './store';

/** Keeps the document (theme, language) as the preferences say; called once, before the first render. */
export async function applyPreferences(): Promise<void> {
  let shown: Preferences | null = null;
  const apply = async () => {
    const wanted = preferences();
    const before = shown;
    shown = wanted;
    if (wanted.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = wanted.theme;
    if (before?.language !== wanted.language) await changeLanguage(wanted.language);
  };
  subscribePreferences(() => void apply());
  await apply();
}
