import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { useHold } from '../board/hold.js';
import type { SourceSheet } from './source-menu.js';
import { SourceRow } from './source-row.js';
import { keepOrder } from './source-view.js';

const COLUMNS = ['health', 'name', 'recent', 'lastOk', 'lastNew', 'next', 'action'] as const;

interface SourceTableProps {
  sources: readonly SourceView[];
  rows: SourceView[];
  onSheet: (sheet: SourceSheet, id: string) => void;
}

/** One page of sources in a real table, cards on a narrow screen. While a hand is in it, its order stands still. */
export function SourceTable({ sources, rows, onSheet }: SourceTableProps) {
  const { t } = useTranslation();
  const order = useRef<string[]>([]);
  const { held, place, handlers } = useHold(() => order.current);
  const shown = keepOrder(sources, rows, held);
  useEffect(() => {
    order.current = shown.map((source) => source.id);
  });
  return (
    <div className="sources" ref={place} {...handlers}>
      <table role="table">
        <caption className="unseen">{t('source.list')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col" className={`head-${column}`}>
                {column === 'action' ? (
                  <span className="unseen">{t('source.col.action')}</span>
                ) : (
                  t(`source.col.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((source) => (
            <SourceRow key={source.id} source={source} onSheet={onSheet} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
