import { useTranslation } from 'react-i18next';
import type { TrialReading } from '../../contract/source.js';
import { Moment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';

const SHOWN = 3;

function Item({ item }: { item: TrialReading['items'][number] }) {
  const { t } = useTranslation();
  const { title, link, publishedAt, publishedNote, text } = item;
  const name = title || text.slice(0, 60);
  return (
    <li>
      {link !== null && /^https?:/i.test(link) ? (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        <b>{name}</b>
      )}
      <small>
        {publishedAt !== null && <Moment at={publishedAt} />}{' '}
        {publishedNote !== 'stated' && <span className="unsigned">{t(`source.dateNote.${publishedNote}`)}</span>}
      </small>
      {text !== '' && title !== '' && <p>{text}</p>}
    </li>
  );
}

function Verdict({ reading }: { reading: TrialReading }) {
  const { t } = useTranslation();
  const { outcome, detail, itemCount, format, title } = reading;
  if (outcome !== 'ok')
    return (
      <>
        <p className="trial-verdict tone-overdue">
          <ToneSign tone="late" />
          {t('source.testFailed', { outcome: t(`source.outcome.${outcome}`) })}
        </p>
        {detail !== null && <p className="trial-detail">{detail}</p>}
      </>
    );
  const words = itemCount === 0 ? t('source.testEmpty') : t('source.testOk', { count: itemCount });
  return (
    <p className="trial-verdict tone-met">
      <ToneSign tone="met" />
      {[words, format && t(`source.format.${format}`)].filter(Boolean).join(' · ')}
      {title !== null && <span className="trial-title">{title}</span>}
    </p>
  );
}

/** What a visit of the address would read now: the outcome in words, what was odd, the first items. */
export function TrialResult({ reading, asked }: { reading: TrialReading; asked: string }) {
  const { t } = useTranslation();
  const { url, warnings, items } = reading;
  const shown = items.slice(0, SHOWN);
  return (
    <section className="trial">
      <Verdict reading={reading} />
      {url !== null && url !== asked && (
        <p className="trial-detail">
          {t('source.testRedirect')} <span className="source-url">{url}</span>
        </p>
      )}
      {warnings.length > 0 && (
        <div className="trial-detail">
          {t('source.testWarnings')}
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      {shown.length > 0 && (
        <>
          <h3>{t('source.testItems', { count: shown.length })}</h3>
          <ol className="trial-items">
            {shown.map((item, n) => (
              <Item key={n} item={item} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
