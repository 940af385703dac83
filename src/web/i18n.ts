import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zhCN, type Words } from './locales/zh-CN.js';

export type Language = 'zh-CN' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: Words };
  }
}

const REMEMBERED = 'huiying.language';

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** Switches the page's language and remembers it on this machine. English is loaded when first asked for. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'words')) {
    const { en } = await import('./locales/en.js');
    i18next.addResourceBundle('en', 'words', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED, language);
}

/** Chinese first; the language last chosen on this machine if there is one. */
export async function startSpeaking(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    ns: ['words'],
    defaultNS: 'words',
    resources: { 'zh-CN': { words: zhCN } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  if (localStorage.getItem(REMEMBERED) === 'en') await speak('en');
}
