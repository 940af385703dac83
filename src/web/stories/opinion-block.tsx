import { useTranslation } from 'react-i18next';
import type { OpinionView } from '../../contract/opinion.js';
import { OpinionWord } from './opinion-word.js';

/** 舆情等级 with its parts, folded away. */
export function OpinionBlock({ opinion }: { opinion: OpinionView }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="opinion-line">
        <OpinionWord level={opinion.level} /> <small>{t('stories.opinion.score', { score: opinion.score })}</small>
      </p>
      <p className="hint">{t('stories.opinion.hint')}</p>
      <details className="rules">
        <summary>{t('stories.opinion.rules')}</summary>
        <ul>
          {opinion.parts.map(({ part, score, weight, evidence }) => (
            <li key={part}>
              <b>{t(`stories.opinion.part.${part}`)}</b>
              <span>{t('stories.opinion.score', { score })}</span>
              <small>{t('stories.opinion.weight', { weight })}</small>
              <small>{evidence.map((one) => `${one.name} ${one.value}`).join(t('list.comma'))}</small>
            </li>
          ))}
        </ul>
        <small>{t('stories.opinion.version', { version: opinion.rulesVersion })}</small>
      </details>
    </>
  );
}
