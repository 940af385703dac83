import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { archiveZh } from './locales/zh-CN/archive.js';
import type { campaignsZh } from './locales/zh-CN/campaigns.js';
import type { chainZh } from './locales/zh-CN/chain.js';
import type { collectingZh } from './locales/zh-CN/collecting.js';
import type { documentsZh } from './locales/zh-CN/documents.js';
import type { explanationZh } from './locales/zh-CN/explanation.js';
import type { inboxZh } from './locales/zh-CN/inbox.js';
import type { peopleZh } from './locales/zh-CN/people.js';
import type { personalZh } from './locales/zh-CN/personal.js';
import type { policyZh } from './locales/zh-CN/policy.js';
import type { registerZh } from './locales/zh-CN/register.js';
import type { rosterZh } from './locales/zh-CN/roster.js';
import type { storiesZh } from './locales/zh-CN/stories.js';
import type { wallZh } from './locales/zh-CN/wall.js';
import type { workZh } from './locales/zh-CN/work.js';
import { zhCN, type Words } from './locales/zh-CN.js';

export type Language = 'zh-CN' | 'en';

/** Words that only some pages need: they come with the first of those pages, so that the board need not wait for them. */
const chapters = {
  archive: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/archive.js')).archiveZh,
    en: async (): Promise<object> => (await import('./locales/en/archive.js')).archiveEn,
  },
  campaigns: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/campaigns.js')).campaignsZh,
    en: async (): Promise<object> => (await import('./locales/en/campaigns.js')).campaignsEn,
  },
  chain: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/chain.js')).chainZh,
    en: async (): Promise<object> => (await import('./locales/en/chain.js')).chainEn,
  },
  collecting: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/collecting.js')).collectingZh,
    en: async (): Promise<object> => (await import('./locales/en/collecting.js')).collectingEn,
  },
  documents: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/documents.js')).documentsZh,
    en: async (): Promise<object> => (await import('./locales/en/documents.js')).documentsEn,
  },
  explanation: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/explanation.js')).explanationZh,
    en: async (): Promise<object> => (await import('./locales/en/explanation.js')).explanationEn,
  },
  inbox: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/inbox.js')).inboxZh,
    en: async (): Promise<object> => (await import('./locales/en/inbox.js')).inboxEn,
  },
  people: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/people.js')).peopleZh,
    en: async (): Promise<object> => (await import('./locales/en/people.js')).peopleEn,
  },
  personal: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/personal.js')).personalZh,
    en: async (): Promise<object> => (await import('./locales/en/personal.js')).personalEn,
  },
  policy: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/policy.js')).policyZh,
    en: async (): Promise<object> => (await import('./locales/en/policy.js')).policyEn,
  },
  register: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/register.js')).registerZh,
    en: async (): Promise<object> => (await import('./locales/en/register.js')).registerEn,
  },
  roster: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/roster.js')).rosterZh,
    en: async (): Promise<object> => (await import('./locales/en/roster.js')).rosterEn,
  },
  stories: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/stories.js')).storiesZh,
    en: async (): Promise<object> => (await import('./locales/en/stories.js')).storiesEn,
  },
  wall: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/wall.js')).wallZh,
    en: async (): Promise<object> => (await import('./locales/en/wall.js')).wallEn,
  },
  work: {
    'zh-CN': async (): Promise<object> => (await import('./locales/zh-CN/work.js')).workZh,
    en: async (): Promise<object> => (await import('./locales/en/work.js')).workEn,
  },
};
type Chapter = keyof typeof chapters;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: {
      words: Words &
        typeof archiveZh &
        typeof campaignsZh &
        typeof chainZh &
        typeof collectingZh &
        typeof documentsZh &
        typeof explanationZh &
        typeof inboxZh &
        typeof peopleZh &
        typeof personalZh &
        typeof policyZh &
        typeof registerZh &
        typeof rosterZh &
        typeof storiesZh &
        typeof wallZh &
        typeof workZh;
    };
  }
}

const REMEMBERED = 'huiying.language';

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

const opened = new Set<Chapter>();

async function read(chapter: Chapter, language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'words', await chapters[chapter][language](), true);
}

/** To be awaited before a page that speaks the chapter's words is shown. */
export async function openChapter(chapter: Chapter): Promise<void> {
  opened.add(chapter);
  await read(chapter, currentLanguage());
}

/** Switches the page's language and remembers it on this machine. English is loaded when first asked for. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'words')) {
    const { en } = await import('./locales/en.js');
    i18next.addResourceBundle('en', 'words', en);
  }
  await Promise.all([...opened].map((chapter) => read(chapter, language)));
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
