import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ArchiveLine as Line, TextPart } from '../../contract/archive.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { OriginalLink } from './original-link.js';
import { useSourceName } from './source-name.js';

/** A text with what was looked for marked. */
function Marked({ parts }: { parts: TextPart[] }) {
  return parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>));
}

/** One article of the list. The time is its publication, or when it came where that is not known. */
export function ArchiveLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const nameOf = useSourceName();
  const { id, title, link, sourceName, reportedSource, publishedAt, fetchedAt, level, incidentId, incidentNumber } =
    line;
  return (
    <li className="archive-line">
      <span className="archive-time">
        <Moment at={publishedAt ?? fetchedAt} show="minute" />
        {publishedAt === null && <small>{t('archive.fetched')}</small>}
      </span>
      <div className="archive-words">
        <h3>
          <Link to="/archive/$id" params={{ id }}>
            <Marked parts={line.titleParts} />
          </Link>
        </h3>
        {line.snippet.length > 0 && (
          <p className="excerpt">
            <Marked parts={line.snippet} />
          </p>
        )}
        <p className="event-notes">
          <b>{reportedSource ?? sourceName}</b>
          {reportedSource !== null && <span>{nameOf(line)}</span>}
          <OriginalLink link={link} title={title} />
        </p>
      </div>
      <span className="archive-case">
        {level !== null && <LevelWord level={level} />}
        {incidentId !== null && (
          <Link to="/incidents/$id" params={{ id: incidentId }}>
            {incidentNumber}
          </Link>
        )}
      </span>
    </li>
  );
}
