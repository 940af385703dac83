import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../contract/journal.js';
import { wallClock } from '../clock/beijing.js';
import { useRowWords } from './row-words.js';

function Proof({ row }: { row: JournalRow }) {
  const { t } = useTranslation();
  if (row.body === null) return <p className="hint">{t('chain.hidden')}</p>;
  return (
    <dl className="chain-proof">
      <dt>{t('chain.body')}</dt>
      <dd>
        <code>{row.body}</code>
      </dd>
      <dt>{t('chain.previousHash')}</dt>
      <dd>
        <code>{row.previousHash ?? '0'.repeat(64)}</code>
      </dd>
      <dt>{t('chain.hash')}</dt>
      <dd>
        <code>{row.hash}</code>
      </dd>
    </dl>
  );
}

/** One row: what happened in words; below it, when asked for, what the chain holds. */
export function ChainRow({ row }: { row: JournalRow }) {
  const { t } = useTranslation();
  const words = useRowWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li className={row.actor.startsWith('system') ? 'chain-row by-system' : 'chain-row'}>
      <time dateTime={row.at} title={row.at}>
        {wallClock(Date.parse(row.at))}
      </time>
      <div className="chain-words">
        <p>{words(row)}</p>
        <p className="event-notes">
          <span>#{row.seq}</span>
          <code>{row.kind}</code>
          {row.incidentId !== null && row.number !== null && (
            <Link to="/incidents/$id" params={{ id: row.incidentId }}>
              {row.number}
            </Link>
          )}
        </p>
      </div>
      <Button type="text" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('chain.open')}
      </Button>
      <div id={id} className="chain-open" hidden={!open}>
        {open && <Proof row={row} />}
      </div>
    </li>
  );
}
