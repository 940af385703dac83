import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLine, IncidentView } from '../../contract/incident.js';
import { articlesQuery } from '../api/queries.js';
import { Moment } from '../clock/moment.js';
import { Why } from '../explanation/why.js';
import { useMay } from '../session/person.js';
import { HeatCurve } from './heat-curve.js';

/** How many come at once. */
const PAGE = 20;

/** Only http(s) addresses become links: the text comes from strangers. */
const isWeb = (link: string): boolean => /^https?:\/\//i.test(link);

function Article({ article }: { article: ArticleLine }) {
  const { t } = useTranslation();
  const { id, title, link, sourceName, publishedAt, fetchedAt, evidenceSha256, excerpt } = article;
  return (
    <li id={`article-${id}`} tabIndex={-1}>
      <h3>
        {link !== null && isWeb(link) ? (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <p className="event-notes">
        <b>{sourceName}</b>
        {publishedAt !== null && <Moment at={publishedAt} />}
        <span>
          {t('incident.fetchedWord')} <Moment at={fetchedAt} />
        </span>
      </p>
      {excerpt !== '' && <p className="excerpt">{excerpt}</p>}
      <p className="evidence">
        {evidenceSha256 === null ? t('incident.noEvidence') : <KeptCopy articleId={id} sha256={evidenceSha256} />}
      </p>
      <Why articleId={id} title={title} />
    </li>
  );
}

/** The fingerprint; for those who may read the archive it is the way to the bytes. */
function KeptCopy({ articleId, sha256 }: { articleId: string; sha256: string }) {
  const { t } = useTranslation();
  const mayDownload = useMay('archive.read');
  const fingerprint = <code>{sha256}</code>;
  return (
    <>
      {t('incident.evidence')}{' '}
      {mayDownload ? (
        <a href={`/api/v1/articles/${articleId}/evidence`} download>
          {fingerprint}
        </a>
      ) : (
        fingerprint
      )}
    </>
  );
}

/** The first ones come with the case, the others page by page: on request, or until the one that the address points to is there. */
function useArticles({ id, articles, nextArticles }: IncidentView) {
  const { hash } = useLocation();
  const [asked, setAsked] = useState(false);
  const known = (lines: readonly ArticleLine[]) => lines.some((line) => hash === `article-${line.id}`);
  const sought = hash.startsWith('article-') && !known(articles);
  const pages = useInfiniteQuery({
    ...articlesQuery(id, nextArticles),
    enabled: nextArticles !== null && (asked || sought),
  });
  const further = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const found = sought && known(further);
  useEffect(() => {
    if (found) document.getElementById(hash)?.scrollIntoView();
    else if (sought && hasNextPage && !isFetching) void fetchNextPage();
  }, [found, sought, hash, hasNextPage, isFetching, fetchNextPage]);
  return {
    shown: [...articles, ...further],
    hasMore: nextArticles !== null && (pages.data === undefined || hasNextPage),
    isLoading: isFetching,
    more: () => (pages.data === undefined ? setAsked(true) : void fetchNextPage()),
  };
}

/** What was reported over time, with the fingerprint of the copy that is kept. */
export function Articles({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { shown, hasMore, isLoading, more } = useArticles(incident);
  const count = Math.max(incident.articleCount, shown.length);
  return (
    <section className="main-block" aria-labelledby="articles">
      <h2 id="articles">
        {t('incident.articles')} <span className="count">{count}</span>
      </h2>
      {shown.length === 0 && <p className="quiet">{t('incident.noArticles')}</p>}
      <HeatCurve incident={incident} />
      <ol className="articles">
        {shown.map((article) => (
          <Article key={article.id} article={article} />
        ))}
      </ol>
      {hasMore && (
        <Button size="small" loading={isLoading} onClick={more}>
          {t('incident.moreArticles', { count: Math.max(1, Math.min(PAGE, count - shown.length)) })}
        </Button>
      )}
    </section>
  );
}
