import { useInfiniteQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { AnchorLine } from '../../contract/journal.js';
import { refusalWords } from '../api/refusal-words.js';
import { Mark } from '../marks/mark.js';
import { useMay } from '../session/person.js';
import { anchorsQuery } from './chain-queries.js';

const COLUMNS = ['day', 'rows', 'last', 'digest', 'kept'] as const;

function FileState({ anchor: { keptAt, fault } }: { anchor: AnchorLine }) {
  const { t } = useTranslation();
  if (keptAt !== null) return <>{t('chain.kept')}</>;
  if (fault === null) return <>{t('chain.waiting')}</>;
  return <span className="unsigned">{t('chain.notKept', { fault })}</span>;
}

function Row({ anchor }: { anchor: AnchorLine }) {
  const { t } = useTranslation();
  const mayTake = useMay('journal.anchor');
  const { day, rows, lastSeq, digest } = anchor;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {day}
      </th>
      <td role="cell" data-label={t('chain.anchorCol.rows')}>
        {rows}
      </td>
      <td role="cell" data-label={t('chain.anchorCol.last')}>
        #{lastSeq}
      </td>
      <td role="cell" data-label={t('chain.anchorCol.digest')} className="chain-digest">
        <code>{digest}</code>
      </td>
      <td role="cell" data-label={t('chain.anchorCol.kept')}>
        <FileState anchor={anchor} />{' '}
        {mayTake && (
          <a href={`/api/v1/journal/anchors/${day}`} download aria-label={t('chain.downloadOf', { day })}>
            {t('chain.download')}
          </a>
        )}
      </td>
    </tr>
  );
}

function Table({ anchors }: { anchors: AnchorLine[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('chain.view.anchors')}>
      <table role="table" className="figures chain-anchors">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`chain.anchorCol.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {anchors.map((anchor) => (
            <Row key={anchor.day} anchor={anchor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 每日存证, the newest first, each to be taken away by those who may. */
export function ChainAnchors() {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(anchorsQuery);
  if (pages.error) return <p className="form-refusal">{refusalWords(pages.error, t)}</p>;
  if (!pages.data) return <p className="loading">{t('chain.loading')}</p>;
  const anchors = pages.data.pages.flatMap(({ items }) => items);
  if (anchors.length === 0)
    return (
      <div className="empty">
        <Mark size={40} />
        <p className="empty-title">{t('chain.anchorsNone')}</p>
        <p>{t('chain.anchorsNoneBody')}</p>
      </div>
    );
  return (
    <>
      <p className="hint chain-lead">{t('chain.anchorsLead')}</p>
      <Table anchors={anchors} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('chain.more')}
        </Button>
      )}
    </>
  );
}
