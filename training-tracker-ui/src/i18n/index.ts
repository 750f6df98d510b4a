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

// German and Dutch, namespace by namespace, each loaded when that language is chosen.
const others = import.meta.glob<Record<string, unknown>>('./{de,nl}/*.json', { import: 'default' });

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
  const files = Object.entries(others).filter(([path]) => path.startsWith(`./${language}/`));
  await Promise.all(
    files.map(async ([path, load]) => {
      const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      i18next.addResourceBundle(language, namespace, await load());
    }),
  );
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
