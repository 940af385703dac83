import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MarkedWords } from '../../domain/explanation/marks.js';
import type { FigureReason, Rests } from './explanation-query.js';

const MOST_WORDS = 6;

/** The words of some places in the article, each once, in quotation marks. */
export function saidWords(rests: Rests, t: TFunction): string {
  const words = [...new Set(rests.map((one) => one.words))].slice(0, MOST_WORDS);
  return words.map((one) => t('explanation.said', { words: one })).join('');
}

/** 至少 12 人, 约 3000万元, 6.8 级. */
export function useFigureWords(): (figure: Pick<FigureReason, 'name' | 'value' | 'bound'>) => string {
  const { t, i18n } = useTranslation();
  const compact = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(i18n.language);
  return ({ name, value, bound }) => {
    const unit = name === 'economicLossYuan' ? 'yuan' : name === 'magnitude' ? 'magnitude' : 'people';
    const format = unit === 'yuan' ? compact : plain;
    return t(`explanation.${unit}`, { bound: t(`incident.bound.${bound}`), value: format.format(value) });
  };
}

/** What marked words speak of, as the label above them says it. */
export function labelOf({ kind, of }: MarkedWords, t: TFunction): string {
  if (kind === 'figure') return t(`explanation.fact.${of as FigureReason['name']}`);
  return t(`explanation.mark.${kind}`);
}
