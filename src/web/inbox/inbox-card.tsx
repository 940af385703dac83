import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { ClockCell } from '../clock/clock-cell.js';
import { LevelWord } from '../marks/level-word.js';
import { usePersonName } from '../words/person-name.js';
import type { InboxCase } from './inbox-cases.js';
import type { Act } from './inbox-search.js';

/** The acts that a card offers, the one that is asked for first. */
export function actsOf({ line, asked }: InboxCase, bureau: string): Act[] {
  const leads = line.lead === bureau;
  const first: Partial<Record<InboxCase['asked'], Act>> = {
    sign: 'take',
    answer: 'answer',
    mend: 'answer',
    co_sign: 'co_sign',
  };
  const begun = first[asked];
  const mayReturn = leads ? asked === 'sign' : asked === 'wait' && line.stage !== 'released';
  return [
    ...(begun ? [begun] : []),
    ...(leads && asked === 'wait' ? (['answer'] as const) : []),
    ...(leads ? (['pass'] as const) : []),
    ...(mayReturn && !line.returnedBy.includes(bureau) ? (['return'] as const) : []),
    'attach',
  ];
}

function Clocks({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  return (
    <dl className="inbox-clocks">
      {line.clocks.map((clock) => (
        <div key={clock.kind}>
          <dt>{t(`clock.short.${clock.kind}`)}</dt>
          <dd>
            <ClockCell clock={clock} />
          </dd>
        </div>
      ))}
      {line.clocks.length === 0 && (
        <div>
          <dt className="quiet">{t('clock.none')}</dt>
        </div>
      )}
    </dl>
  );
}

function Holder({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const who = line.holder ?? line.acknowledgedBy;
  return <span>{who === null ? t('inbox.nobodyHolds') : t('inbox.heldBy', { name: nameOf(who) })}</span>;
}

interface InboxCardProps {
  one: InboxCase;
  bureau: string;
  /** A link has led to it. */
  chosen: boolean;
  onAct: (act: Act) => void;
}

export function InboxCard({ one, bureau, chosen, onAct }: InboxCardProps) {
  const { t } = useTranslation();
  const { line, asked } = one;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const acts = actsOf(one, bureau);
  return (
    <li ref={place} className={`inbox-card${chosen ? ' is-chosen' : ''}`} aria-current={chosen ? 'true' : undefined}>
      <p className="inbox-head">
        <LevelWord level={line.level} pill />
        <span>{t(line.lead === bureau ? 'inbox.lead' : 'inbox.co')}</span>
        <b className={`inbox-asked asked-${asked}`}>{t(`inbox.asked.${asked}`)}</b>
      </p>
      <h2>
        <Link to="/incidents/$id" params={{ id: line.id }}>
          {line.title}
        </Link>
      </h2>
      <p className="event-notes">
        <span className="number">{line.number}</span>
        <Holder line={line} />
      </p>
      <Clocks line={line} />
      <div className="inbox-acts">
        {asked === 'publish' && (
          <Link to="/incidents/$id" params={{ id: line.id }} search={{ do: 'release' }} className="plain-link">
            <Button type="primary">{t('inbox.publish')}</Button>
          </Link>
        )}
        {acts.map((act, index) => (
          <Button
            key={act}
            type={index === 0 && asked !== 'wait' && asked !== 'publish' ? 'primary' : 'default'}
            aria-label={t('inbox.actFor', { act: t(`inbox.act.${act}`), title: line.title })}
            onClick={() => onAct(act)}
          >
            {t(`inbox.act.${act}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
