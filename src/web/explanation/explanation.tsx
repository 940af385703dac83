import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { EventReasons } from './event-reasons.js';
import type { Told } from './explanation-query.js';
import { Headline } from './headline.js';
import { MarkedText } from './marked-text.js';
import { MatterReasons } from './matter-reasons.js';
import { Version } from './version.js';
import { Vetoes } from './vetoes.js';
import { WouldChange } from './would-change.js';
import '../styles/explanation.css';

/** The heading of a block: the page's own parts bear h2, those of an article within a case h4. */
type Heading = 'h2' | 'h4';

function Block({ title, as: As, children }: { title: string; as: Heading; children: ReactNode }) {
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

/** The judgement in two sentences, the text with the words it rests on, and the answer to each question. */
export function Judged({ article, told }: Props) {
  const { articleId } = article;
  return (
    <>
      <Headline told={told} />
      <MarkedText article={article} told={told} />
      <dl className="reasons">
        <EventReasons articleId={articleId} told={told} />
        <MatterReasons articleId={articleId} told={told} />
      </dl>
    </>
  );
}

/** What would change it, what vetoed, and by which rules it was judged. */
export function Bounds({ article, told, heading }: Props & { heading: Heading }) {
  const { t } = useTranslation();
  return (
    <>
      <Block as={heading} title={t('explanation.change.title')}>
        <WouldChange told={told} />
      </Block>
      <Block as={heading} title={t('explanation.vetoes')}>
        <Vetoes told={told} />
      </Block>
      <Block as={heading} title={t('explanation.version.title')}>
        <Version article={article} />
      </Block>
    </>
  );
}
