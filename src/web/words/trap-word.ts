import { useTranslation } from 'react-i18next';
import { archiveZh } from '../locales/zh-CN/archive.js';

type Trap = keyof (typeof archiveZh)['archive']['trapWord'];
const isKnown = (trap: string): trap is Trap => Object.hasOwn(archiveZh.archive.trapWord, trap);

/** Why a text tells of no happening of its own, in words. Needs the chapter of the archive. */
export function useTrapWord(): (trap: string) => string {
  const { t } = useTranslation();
  return (trap) => t(`archive.trapWord.${isKnown(trap) ? trap : 'other'}`);
}
