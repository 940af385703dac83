import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleExplanation } from '../../contract/explanation.js';
import type { Told } from './explanation-query.js';
import { Headline } from './headline.js';
import { MarkedText } from './marked-text.js';
import { ReasonGroups } from './reason-groups.js';
import { isAmiss, Version } from './version.js';
import { WouldChange } from './would-change.js';
import '../styles/explanation.css';

interface BlockProps {
  title: string;
  /** The page's own parts bear h2, those of an article within a case h4. */
  as: 'h2' | 'h4';
  children: ReactNode;
}

function Block({ title, as: As, children }: BlockProps) {
  const id = useId();
  return (
    <section className="side-block" aria-labelledby={id}>
      <As id={id}>{title}</As>
      {children}
    </section>
  );
}

interface Props {
  article: ArticleExplanation;
  told: Told;
}

/** The judgement on a page of its own: two sentences, the text with the words it rests on, the answer to each question. */
export function Judged({ article, told }: Props) {
  return (
    <>
      <Headline told={told} />
      <MarkedText article={article} told={told} />
      <ReasonGroups as="h2" articleId={article.articleId} told={told} />
    </>
  );
}

/** What would change it, and by which rules it was judged. */
export function Bounds({ article, told }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Block as="h2" title={t('explanation.change.title')}>
        <WouldChange told={told} />
      </Block>
      <Block as="h2" title={t('explanation.version.title')}>
        <Version article={article} />
      </Block>
    </>
  );
}

/** All of it within a list of articles: what would change it stands before the text; rules that still say the same are folded. */
export function JudgedInList({ article, told }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Headline told={told} />
      <Block as="h4" title={t('explanation.change.title')}>
        <WouldChange told={told} />
      </Block>
      <MarkedText article={article} told={told} />
      <ReasonGroups as="h4" articleId={article.articleId} told={told} />
      <details className="reason-more" open={isAmiss(article)}>
        <summary>{t('explanation.version.title')}</summary>
        <Version article={article} />
      </details>
    </>
  );
}
