import { useTranslation } from 'react-i18next';
import type { ArticleLine } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { Why } from '../explanation/why.js';
import { useMay } from '../session/person.js';

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

/** What was reported, with the fingerprint of the copy that is kept. */
export function Articles({ articles }: { articles: ArticleLine[] }) {
  const { t } = useTranslation();
  return (
    <section className="main-block" aria-labelledby="articles">
      <h2 id="articles">
        {t('incident.articles')} <span className="count">{articles.length}</span>
      </h2>
      {articles.length === 0 && <p className="quiet">{t('incident.noArticles')}</p>}
      <ol className="articles">
        {articles.map((article) => (
          <Article key={article.id} article={article} />
        ))}
      </ol>
    </section>
  );
}
