import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export const LANGUAGES = ['en', 'de', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

// German and Dutch are a chunk each, loaded when that language is chosen.
const others = { de: () => import('./de'), nl: () => import('./nl') };

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(en),
  defaultNS: 'common',
  resources: { en },
  partialBundledLanguages: true,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
  react: { useSuspense: false },
});

/** Loads the words of a language, then shows the page in it. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language !== 'en') {
    try {
      const { namespaces } = await others[language]();
      for (const [path, words] of Object.entries(namespaces)) {
        i18next.addResourceBundle(language, path.slice('./'.length, -'.json'.length), words);
      }
    } catch {
      // The server is away and the chunk is not kept: English, which is always here, is better than nothing.
      return;
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
