import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { JudgedInList } from './explanation.js';
import { explanationQuery } from './explanation-query.js';

/** The whole explanation of one article, read when it is opened. */
export function ExplanationDetails({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(explanationQuery(articleId));
  if (error) return <p className="quiet">{refusalWords(error, t)}</p>;
  if (!data) return <p className="loading">{t('explanation.loading')}</p>;
  if (!data.explanation) return <p className="quiet">{t('explanation.notJudged')}</p>;
  return (
    <div className="explanation">
      <JudgedInList article={data} told={data.explanation} />
    </div>
  );
}
