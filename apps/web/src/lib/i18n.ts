import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../messages/en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** Languages with a message catalogue. Another is a folder in `messages/` and a line here. */
export const LANGUAGES = { en: { direction: 'ltr', numbers: 'en-GB' } } as const;

export const i18n = i18next.createInstance();

/** Prepares the catalogue; call once before the first render. React escapes text, so i18next does not. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(en),
    resources: { en },
    interpolation: { escapeValue: false },
    keySeparator: '.',
    nsSeparator: ':',
    showSupportNotice: false,
  });
}
