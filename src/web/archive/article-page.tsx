import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ArchivedArticle } from '../../contract/archive.js';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { explanationQuery } from '../explanation/explanation-query.js';
import { Bounds, Judged } from '../explanation/explanation.js';
import { Refusal } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { useNamePage } from '../shell/page-name.js';
import { archivedArticleQuery } from './archive-queries.js';
import { useSourceName } from './source-name.js';
import { ArticleJudgement } from './article-judgement.js';
import { OriginalLink } from './original-link.js';
import '../styles/incident.css';
import '../styles/archive.css';

const NOTES = {
  absent: 'archive.noteAbsent',
  future: 'archive.noteFuture',
  unreadable: 'archive.noteUnreadable',
} as const;
const isNoted = (note: string): note is keyof typeof NOTES => Object.hasOwn(NOTES, note);

function Head({ article }: { article: ArchivedArticle }) {
  const { t } = useTranslation();
  const nameOf = useSourceName();
  const { title, sourceName, reportedSource, level, incidentId, incidentNumber, link } = article;
  return (
    <header className="case-head">
      <p className="case-number">
        <Link to="/archive">{t('archive.title')}</Link>
      </p>
      <h1>{title}</h1>
      <p className="case-line">
        <b>{reportedSource ?? sourceName}</b>
        {reportedSource !== null && <span>{t('archive.via', { name: nameOf(article) })}</span>}
        {level !== null && <LevelWord level={level} pill />}
        {incidentId !== null && (
          <Link to="/incidents/$id" params={{ id: incidentId }}>
            {t('archive.incident', { number: incidentNumber })}
          </Link>
        )}
        <OriginalLink link={link} title={title} />
      </p>
    </header>
  );
}

function Times({ article: { publishedAt, publishedNote, fetchedAt } }: { article: ArchivedArticle }) {
  const { t } = useTranslation();
  return (
    <dl className="pairs">
      <div>
        <dt>{t('archive.published')}</dt>
        <dd>
          {publishedAt === null ? (
            <span className="quiet">{t('incident.instantUnknown')}</span>
          ) : (
            <Moment at={publishedAt} />
          )}
          {isNoted(publishedNote) && <small>{t(NOTES[publishedNote])}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('archive.fetched')}</dt>
        <dd>
          <Moment at={fetchedAt} />
        </dd>
      </div>
    </dl>
  );
}

function Evidence({ article: { id, hasEvidence } }: { article: ArchivedArticle }) {
  const { t } = useTranslation();
  if (!hasEvidence) return <p className="quiet">{t('archive.noEvidence')}</p>;
  return (
    <>
      <Button href={`/api/v1/articles/${id}/evidence`} download>
        {t('archive.evidence')}
      </Button>
      <p className="hint">{t('archive.evidenceHint')}</p>
    </>
  );
}

function PlainText({ text }: { text: string }) {
  const { t } = useTranslation();
  const paragraphs = text.split(/\n+/).filter((one) => one.trim() !== '');
  return (
    <div className="article-text" lang="zh-CN">
      {paragraphs.length === 0 && <p className="quiet">{t('archive.noText')}</p>}
      {paragraphs.map((one, at) => (
        <p key={at}>{one}</p>
      ))}
    </div>
  );
}

function Article({ article, why }: { article: ArchivedArticle; why: ArticleExplanation | null }) {
  const { t } = useTranslation();
  useNamePage(article.title);
  const told = why?.explanation;
  return (
    <article className="case article">
      <Head article={article} />
      <div className="case-columns">
        <section className="case-main explanation" aria-label={t('explanation.title')}>
          {told ? <Judged article={why} told={told} /> : <PlainText text={article.text} />}
        </section>
        <aside className="case-side">
          <section className="side-block">
            <Times article={article} />
          </section>
          {told ? <Bounds article={why} told={told} /> : <ArticleJudgement article={article} />}
          <section className="side-block article-evidence">
            <Evidence article={article} />
          </section>
        </aside>
      </div>
    </article>
  );
}

/** One article in full: what it says, what was read in it, and the bytes it was read from. */
export function ArticlePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/archive/$id' });
  const { data, error } = useQuery(archivedArticleQuery(id));
  const why = useQuery(explanationQuery(id));
  if (data && !why.isPending) return <Article article={data} why={why.data ?? null} />;
  if (!error) return <p className="loading">{t('archive.loading')}</p>;
  const missing = error instanceof Refusal && (error.status === 404 || error.status === 400);
  return (
    <div className="fallback">
      <h1>{missing ? t('archive.notFound') : refusalWords(error, t)}</h1>
      {missing && <p>{t('archive.notFoundBody')}</p>}
      <Link to="/archive">{t('archive.back')}</Link>
    </div>
  );
}
