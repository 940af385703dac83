import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { WORDING } from '../../domain/reading/next-lines-text.js';
import type { MarkedWords } from '../../domain/explanation/marks.js';
import type { FigureReason, Rests } from './explanation-query.js';

const MOST_WORDS = 6;

/** The words of some places in the article, each once, in quotation marks. */
export function saidWords(rests: Rests, t: TFunction): string {
  const words = [...new Set(rests.map((one) => one.words))].slice(0, MOST_WORDS);
  return words.map((one) => t('explanation.said', { words: one })).join('');
}

/** What a figure is called: 死亡, 停供, 燃烧. */
export function useFigureName(): (name: FigureReason['name']) => string {
  const { i18n } = useTranslation();
  return (name) => WORDING[name][i18n.language === 'en' ? 'en' : 'zh'];
}

/** 至少 12 人, 约 3000万元, 6.8 级. */
export function useFigureWords(): (figure: Pick<FigureReason, 'name' | 'value' | 'bound'>) => string {
  const { t, i18n } = useTranslation();
  const compact = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(i18n.language);
  return ({ name, value, bound }) => {
    const unit = WORDING[name].unit[i18n.language === 'en' ? 'en' : 'zh'];
    const format = name === 'economicLossYuan' ? compact : plain;
    return `${t(`incident.bound.${bound}`)}${format.format(value)} ${unit}`.trim();
  };
}

/** What marked words speak of, as the label above them says it. */
export function useLabel(): (mark: MarkedWords) => string {
  const { t } = useTranslation();
  const figureName = useFigureName();
  return ({ kind, of }) => (kind === 'figure' ? figureName(of as FigureReason['name']) : t(`explanation.mark.${kind}`));
}
