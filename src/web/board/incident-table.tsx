import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { useBoard, useBoardStore, useNow } from './board-context.js';
import { arrange, belongs, type Show } from './board-order.js';
import { EmptyBoard } from './empty-board.js';
import { useHold } from './hold.js';
import { CHUNK, RowChunk } from './row-chunk.js';
import { useTableKeys } from './table-keys.js';

/** How long a new row stays marked as new once it is on the screen. */
const FRESH_MS = 60_000;

const COLUMNS = ['level', 'event', 'lead', 'statement', 'conference', 'status', 'action'] as const;

function useRows(show: Show, campaign: string | null, held: string[] | null) {
  const now = useNow();
  const incidents = useBoard((state) => state.incidents);
  const carries = (line: IncidentLine) => campaign === null || line.campaigns.some(({ id }) => id === campaign);
  const shown = [...incidents.values()].filter(
    (line) => carries(line) && (belongs(line, show, now) || held?.includes(line.id)),
  );
  return { ...arrange(shown, held), inOrder: () => arrange(shown, null).rows.map((line) => line.id) };
}

function useForgetFresh(): void {
  const store = useBoardStore();
  const fresh = useBoard((state) => state.fresh);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => store.take({ type: 'seen', ids: [...fresh] }), FRESH_MS);
    return () => clearTimeout(timer);
  }, [fresh, store]);
}

function EmptyFilter() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p className="empty-title">{t('board.emptyFilter')}</p>
      <Link to="/" search={{}}>
        {t('board.showAll')}
      </Link>
    </div>
  );
}

const chunked = (rows: IncidentLine[]): IncidentLine[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, n) => rows.slice(n * CHUNK, (n + 1) * CHUNK));

/** The open incidents, most urgent first, in a real table; cards on a narrow screen. */
export function IncidentTable({ show, campaign }: { show: Show; campaign: string | null }) {
  const { t } = useTranslation();
  const order = useRef<string[]>([]);
  const { held, hold, place, handlers } = useHold(() => order.current);
  const { rows, waiting, inOrder } = useRows(show, campaign, held);
  const fresh = useBoard((state) => state.fresh);
  useForgetFresh();
  useTableKeys(place);
  useEffect(() => {
    order.current = rows.map((line) => line.id);
  });
  return (
    <div className="incidents" ref={place} {...handlers}>
      <div className="waiting" aria-live="polite">
        {waiting > 0 && (
          <button type="button" onClick={() => hold(inOrder())}>
            <strong>{t('board.waiting', { count: waiting })}</strong> {t('board.letIn')}
          </button>
        )}
      </div>
      {rows.length === 0 && (show === 'all' && campaign === null ? <EmptyBoard /> : <EmptyFilter />)}
      {campaign !== null && rows.length > 0 && (
        <Link to="/" search={{}}>
          {t('board.showAll')}
        </Link>
      )}
      {rows.length > 0 && (
        <table role="table" aria-rowcount={rows.length + 1}>
          <caption className="unseen">{t('board.openIncidents')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col" className={`col-${column}`}>
                  {t(`board.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {chunked(rows).map((lines, n) => (
            <RowChunk key={n} lines={lines} fresh={fresh} from={n * CHUNK} />
          ))}
        </table>
      )}
    </div>
  );
}
