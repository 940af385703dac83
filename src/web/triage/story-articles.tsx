import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import type { StoryView } from '../../contract/story.js';
import { Moment } from '../clock/moment.js';
import { OriginalLink } from '../archive/original-link.js';
import { Why } from '../explanation/why.js';
import { useMay } from '../session/person.js';

type StoryArticle = StoryView['articles'][number];

interface ArticleProps {
  article: StoryArticle;
  isFirst: boolean;
  isPicked: boolean;
  onPick: (() => void) | null;
}

function Article({ article, isFirst, isPicked, onPick }: ArticleProps) {
  const { t } = useTranslation();
  const mayReadArchive = useMay('archive.read');
  const { id, title, link, publishedAt, fetchedAt, publisher, origin, phase, excerpt } = article;
  return (
    <li id={`article-${id}`} tabIndex={-1}>
      <h4>
        {onPick && <Checkbox checked={isPicked} onChange={onPick} aria-label={t('triage.pick', { title })} />} {title}
      </h4>
      <p className="event-notes">
        <b>{publisher.name}</b>
        {origin && origin.id !== publisher.id && <span>{t('triage.origin', { name: origin.name })}</span>}
        <Moment at={publishedAt ?? fetchedAt} />
        {phase !== null && <span>{t(`triage.phase.${phase}`)}</span>}
        <OriginalLink link={link} title={title} />
      </p>
      {mayReadArchive ? (
        <Why articleId={id} title={title} opened={isFirst} />
      ) : (
        excerpt !== '' && <p className="excerpt">{excerpt}</p>
      )}
    </li>
  );
}

interface StoryArticlesProps {
  articles: StoryArticle[];
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
}

/** The articles of a story, to be read and to be picked for splitting off; the first with its reasons unfolded. */
export function StoryArticles({ articles, picked, onPick }: StoryArticlesProps) {
  const { t } = useTranslation();
  const mayAccept = useMay('story.accept');
  const toggle = (id: string): void => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  return (
    <section aria-labelledby="preview-articles">
      <h3 id="preview-articles">
        {t('triage.articles')} <span className="count">{articles.length}</span>
      </h3>
      <ol className="articles">
        {articles.map((article, at) => (
          <Article
            key={article.id}
            article={article}
            isFirst={at === 0}
            isPicked={picked.has(article.id)}
            onPick={mayAccept && articles.length > 1 ? () => toggle(article.id) : null}
          />
        ))}
      </ol>
    </section>
  );
}
