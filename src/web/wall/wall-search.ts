import type { Language } from '../i18n.js';
import type { Scheme } from '../theme.js';

/** How a wall looks, kept in its address: dark and Chinese when nothing is said. */
export interface WallSearch {
  theme?: Scheme;
  lang?: Language;
}

export function readWallSearch({ theme, lang }: Record<string, unknown>): WallSearch {
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    lang: lang === 'en' || lang === 'zh-CN' ? lang : undefined,
  };
}
