import { useTranslation } from 'react-i18next';
import type { HeatPoint, OpinionView } from '../../contract/opinion.js';
import { Sparkline } from './sparkline.js';

/** The heat of the talk: its curve, and how many say it. */
export function Heat({ points, opinion }: { points: HeatPoint[]; opinion: OpinionView }) {
  const { t } = useTranslation();
  const { articles, families, originals } = opinion;
  return (
    <>
      <Sparkline points={points} />
      <p className="quiet heat-sum">{t('stories.heat.sum', { articles, families, originals })}</p>
    </>
  );
}
