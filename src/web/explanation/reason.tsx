import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rests } from './explanation-query.js';
import { questionId, type QuestionName } from './reason-id.js';
import { saidWords } from './words.js';

interface ReasonProps {
  articleId: string;
  question: QuestionName;
  /** The answer in a word or two. */
  answer: ReactNode;
  rests?: Rests;
  /** What else there is to say. */
  children?: ReactNode;
}

/** One question of the judgement: its answer and the words it rests on. */
export function Reason({ articleId, question, answer, rests = [], children }: ReasonProps) {
  const { t } = useTranslation();
  return (
    <div className="reason" id={questionId(articleId, question)} tabIndex={-1}>
      <dt>{t(`explanation.ask.${question}`)}</dt>
      <dd>
        <p className="reason-answer">
          <b>{answer}</b>
          {rests.length > 0 && <q lang="zh-CN">{saidWords(rests, t)}</q>}
        </p>
        {children}
      </dd>
    </div>
  );
}
