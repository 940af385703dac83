import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { PurgeCase, PurgeCaseQuery } from '../../contract/personal-data.js';
import { refusalWords } from '../api/refusal-words.js';
import { useDay, useMoment } from '../clock/moment.js';
import { Mark } from '../marks/mark.js';
import { WordsField } from '../views/words-field.js';
import { usePersonName } from '../words/person-name.js';
import { purgeCasesQuery } from './personal-queries.js';

type List = PurgeCaseQuery['show'];

/** Why the case stands in this list, in one line. */
function Why({ one: { endedAt, dueAt, purgedAt, hold }, show }: { one: PurgeCase; show: List }) {
  const { t } = useTranslation();
  const [day, moment, nameOf] = [useDay(), useMoment(), usePersonName()];
  if (show === 'held' && hold)
    return (
      <>
        {t('personal.heldBy', { name: nameOf(hold.by), time: moment(hold.at) })}
        <span className="purge-reason">{hold.reason}</span>
      </>
    );
  if (show === 'purged' && purgedAt !== null) return <>{t('personal.purgedAt', { time: moment(purgedAt) })}</>;
  if (endedAt === null) return null;
  const ended = t('personal.endedAt', { day: day(endedAt) });
  return <>{dueAt === null ? ended : `${ended} · ${t('personal.dueAt', { day: day(dueAt) })}`}</>;
}

function Row({ one, show }: { one: PurgeCase; show: List }) {
  const { t } = useTranslation();
  return (
    <li className="purge-row">
      <span className="number">{one.number}</span>
      <Link to="/incidents/$id" params={{ id: one.id }}>
        {one.title}
      </Link>
      <span className="quiet">{t(`stage.${one.stage}`)}</span>
      <p>
        <Why one={one} show={show} />
      </p>
    </li>
  );
}

function Empty({ show, narrowed }: { show: List; narrowed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Mark size={40} />
      <p className="empty-title">{t(narrowed ? 'personal.noMatch' : `personal.none.${show}`)}</p>
      {!narrowed && <p>{t(`personal.noneHint.${show}`)}</p>}
    </div>
  );
}

/** One list of cases, narrowed by the words in the address. */
export function PurgeCases({ show, q }: { show: List; q: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pages = useInfiniteQuery(purgeCasesQuery(show, q));
  const items = pages.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <WordsField
        key={show}
        className="purge-words"
        label={t('personal.words')}
        words={q}
        onAsk={(words) =>
          void navigate({ to: '/personal-data', search: { show: show === 'due' ? undefined : show, q: words } })
        }
      />
      {pages.error && (
        <p className="form-refusal" role="alert">
          {refusalWords(pages.error, t)}
        </p>
      )}
      {!items && !pages.error && <p className="loading">{t('personal.loading')}</p>}
      {items?.length === 0 && <Empty show={show} narrowed={q !== undefined} />}
      {items && items.length > 0 && (
        <ul className="purge-list" aria-label={t(`personal.view.${show}`)} aria-busy={pages.isPlaceholderData}>
          {items.map((one) => (
            <Row key={one.id} one={one} show={show} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('personal.more')}
        </Button>
      )}
    </>
  );
}
