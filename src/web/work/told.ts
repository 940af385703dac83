import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/records/record.js';

export type Told = Workspace['irregularities'];

/** What is missing, in the page's language. */
export function useTold(): (missing: Told[number]) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language === 'en' ? en : zh);
}
