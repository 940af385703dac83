import { useTranslation } from 'react-i18next';
import type { FigureReason } from './explanation-query.js';
import { useFigureWords } from './words.js';

/** The figures that were read, each with the words it stands in. */
export function Figures({ figures }: { figures: FigureReason[] }) {
  const { t } = useTranslation();
  const figureWords = useFigureWords();
  if (figures.length === 0) return <p className="quiet">{t('explanation.noFigures')}</p>;
  return (
    <ul className="figures">
      {figures.map((figure) => (
        <li key={figure.name}>
          <span>{t(`explanation.fact.${figure.name}`)}</span> <b>{figureWords(figure)}</b>
          <q lang="zh-CN">{t('explanation.said', { words: figure.rests.words })}</q>
          {figure.confidence !== null && (
            <small>{t('explanation.confidence', { percent: Math.round(figure.confidence * 100) })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
