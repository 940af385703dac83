import { useTranslation } from 'react-i18next';
import type { Say } from './countdown.js';

/** The page's translator for code that is free of the browser and names its words by plain keys. */
export function useSay(): Say {
  const { t } = useTranslation();
  return t as unknown as Say;
}
