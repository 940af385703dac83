import { useTranslation } from 'react-i18next';
import type { Told } from './explanation-query.js';
import { useFigureName, useFigureWords } from './words.js';

/** The figures that were read, each with the words it stands in, and what is said without a number. */
export function Figures({ figures, said }: Pick<Told, 'figures' | 'said'>) {
  const { t } = useTranslation();
  const figureName = useFigureName();
  const figureWords = useFigureWords();
  if (figures.length + said.length === 0) return <p className="quiet">{t('explanation.noFigures')}</p>;
  return (
    <ul className="figures">
      {figures.map((figure) => (
        <li key={figure.name}>
          <span>{figureName(figure.name)}</span> <b>{figureWords(figure)}</b>
          <q lang="zh-CN">{t('explanation.said', { words: figure.rests.words })}</q>
          {figure.confidence !== null && (
            <small>{t('explanation.confidence', { percent: Math.round(figure.confidence * 100) })}</small>
          )}
        </li>
      ))}
      {said.map(({ id, rests }) => (
        <li key={id}>
          <span>{t('explanation.mark.said')}</span> <q lang="zh-CN">{t('explanation.said', { words: rests.words })}</q>
        </li>
      ))}
    </ul>
  );
}
