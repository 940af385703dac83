import { useTranslation } from 'react-i18next';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { Moment } from '../clock/moment.js';
import { Otherwise } from './otherwise.js';

function standing({ explanation, presentVersion, sameWhenJudgedAgain, otherwise }: ArticleExplanation) {
  const isPresent = explanation?.version === presentVersion;
  if (sameWhenJudgedAgain) return isPresent ? 'same' : 'older';
  if (isPresent) return 'broken';
  return otherwise === null ? 'reasonsOnly' : 'changed';
}

/** Whether judging again, now, gives another answer: that is never folded away. */
export const isAmiss = (article: ArticleExplanation): boolean => ['broken', 'changed'].includes(standing(article));

/** Which rules judged, and whether judging again gives the same. */
export function Version({ article }: { article: ArticleExplanation }) {
  const { t } = useTranslation();
  const { explanation, judgedAt, presentVersion, otherwise, campaigns } = article;
  const stands = standing(article);
  return (
    <>
      <p className="version-line">
        {judgedAt !== null && <Moment at={judgedAt} />}{' '}
        <code>{explanation?.version ?? t('explanation.version.unknown')}</code>
      </p>
      {campaigns.map(({ id, name, lowered }) => (
        <p key={id}>{t(lowered ? 'explanation.campaignLowered' : 'explanation.campaign', { name })}</p>
      ))}
      <p className={stands === 'broken' ? 'version-broken' : 'quiet'}>
        {t(`explanation.version.${stands}`, { version: presentVersion })}
      </p>
      {otherwise && <Otherwise otherwise={otherwise} />}
    </>
  );
}
