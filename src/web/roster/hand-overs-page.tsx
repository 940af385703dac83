import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverView } from '../../contract/roster.js';
import { DUTY_DESK } from '../../domain/roster/post.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { usePerson } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { useBureauName } from '../words/bureau-name.js';
import { HandOverSheet } from './hand-over-sheet.js';
import { handOversQuery, onDutyQuery } from './roster-queries.js';
import { RosterViews } from './roster-views.js';
import { useDone } from './use-done.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/roster.css';

function Snapshot({ snapshot }: Pick<HandOverView, 'snapshot'>) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  return (
    <>
      <p className="as-of">
        {t('roster.handOver.counts', {
          open: snapshot.incidents.length,
          unacknowledged: snapshot.unacknowledged,
          triage: snapshot.triageWaiting,
        })}
      </p>
      <ul className="handed-cases">
        {snapshot.incidents.map(({ id, number, title, level, lead, acknowledged, clocks }) => (
          <li key={id}>
            <Link to="/incidents/$id" params={{ id }}>
              {title}
            </Link>{' '}
            <small>
              {number} · {level ? <LevelWord level={level} /> : t('level.none')} · {bureau(lead)}
              {!acknowledged && ` · ${t('roster.handOver.unsigned')}`}
            </small>
            {clocks.map(({ kind, dueAt, overdue }) => (
              <small key={kind + dueAt} className={overdue ? 'handed-overdue' : undefined}>
                {t(`clock.kind.${kind}`)} {t('roster.handOver.due')} <Moment at={dueAt} />
                {overdue && ` · ${t('roster.handOver.overdue')}`}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function HandOver({ item, newest }: { item: HandOverView; newest: boolean }) {
  const { t } = useTranslation();
  const me = usePerson();
  const accept = useDone(t('roster.handOver.accepted'));
  const waits = item.acceptedAt === null && newest && item.to.accountId === me.id;
  return (
    <article className="handed" aria-label={`${item.from.name} → ${item.to.name}`}>
      <h2>
        {item.from.name} → {item.to.name} <Moment at={item.createdAt} />
      </h2>
      <p>
        {item.acceptedAt === null ? (
          t('roster.handOver.waiting')
        ) : (
          <>
            {t('roster.handOver.takenAt')} <Moment at={item.acceptedAt} />
          </>
        )}
      </p>
      <p className="handed-note">{item.note}</p>
      <Snapshot snapshot={item.snapshot} />
      {waits && (
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => accept.mutate({ path: `/roster/hand-overs/${item.id}/accept` })}
        >
          {t('roster.handOver.accept')}
        </Button>
      )}
      {accept.error && <p className="form-refusal">{refusalWords(accept.error, t)}</p>}
    </article>
  );
}

/** 交接班: what was open when the duty passed, to be read and to be printed. */
export function HandOversPage() {
  const { t } = useTranslation();
  const me = usePerson();
  const { data, error } = useQuery(handOversQuery);
  const { data: onDuty = [] } = useQuery(onDutyQuery);
  const [giving, setGiving] = useState(false);
  const mine = onDuty.some((one) => one.post === DUTY_DESK && one.accountId === me.id);
  useNamePage(t('roster.handOver.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('roster.handOver.title')}</h1>
        <p className="sheet-lead">{t('roster.handOver.lead')}</p>
        <div className="head-actions">
          {mine && (
            <Button type="primary" onClick={() => setGiving(true)}>
              {t('roster.handOver.give')}
            </Button>
          )}
          <Button onClick={() => window.print()}>{t('roster.handOver.print')}</Button>
        </div>
      </header>
      <RosterViews />
      {data?.map((item, index) => (
        <HandOver
          key={item.id}
          item={item}
          newest={data.findIndex((one) => one.from.accountId === item.from.accountId) === index}
        />
      ))}
      {data?.length === 0 && <p className="empty">{t('roster.handOver.none')}</p>}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('roster.loading')}</p>
      )}
      {giving && <HandOverSheet onClose={() => setGiving(false)} />}
    </div>
  );
}
