import { useTranslation } from 'react-i18next';
import type { FigureHistoryView } from '../../contract/figure-history.js';

export const FACTS = ['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned', 'economicLossYuan'] as const;
export type FactName = (typeof FACTS)[number];

type Said = Pick<FigureHistoryView['stands'], 'value' | 'bound'>;

/** 至少 17 人, 800万元. */
export function useFactWords(): (name: FactName, said: Said) => string {
  const { t, i18n } = useTranslation();
  const compact = { notation: 'compact', maximumFractionDigits: 2 } as const;
  return (name, { value, bound }) => {
    const money = name === 'economicLossYuan';
    const format = new Intl.NumberFormat(i18n.language, money ? compact : {});
    const words = { bound: t(`incident.bound.${bound}`), value: format.format(value) };
    return money ? t('incident.yuan', words) : t('incident.people', words);
  };
}
