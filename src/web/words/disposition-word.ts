import { useTranslation } from 'react-i18next';
import { explanationZh } from '../locales/zh-CN/explanation.js';

type Disposition = keyof (typeof explanationZh)['explanation']['dispositionWord'];
export const DISPOSITIONS = Object.keys(explanationZh.explanation.dispositionWord) as Disposition[];
const isKnown = (name: string): name is Disposition => Object.hasOwn(explanationZh.explanation.dispositionWord, name);

/** A disposition in words (国办发〔2016〕80号 分类处置). Needs the chapter of the explanation. */
export function useDispositionWord(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => (isKnown(name) ? t(`explanation.dispositionWord.${name}`) : name);
}
