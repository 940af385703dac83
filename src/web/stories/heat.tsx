import { useTranslation } from 'react-i18next';
import type { HeatPoint, OpinionView } from '../../contract/opinion.js';
import { Sparkline } from './sparkline.js';

/** The heat of the talk: how many say it, and its curve once they said it at more than one time. */
export function Heat({ points, opinion }: { points: HeatPoint[]; opinion: OpinionView }) {
  const { t } = useTranslation();
  const { articles, families, originals } = opinion;
  const isCurve = points.filter((point) => point.articles > 0).length > 1;
  return (
    <>
      {isCurve && <Sparkline points={points} />}
      <p className="quiet heat-sum">{t('stories.heat.sum', { articles, families, originals })}</p>
    </>
  );
}
