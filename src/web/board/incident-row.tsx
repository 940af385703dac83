import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockKind, ClockView } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { useBureauName } from '../words/bureau-name.js';
import { ClockCell } from '../clock/clock-cell.js';
import { clockWords, isOpenClock, standingOf } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { wallMinute } from '../clock/beijing.js';
import { BasisWord, LevelWord } from '../marks/level-word.js';
import { PriorityMark } from '../marks/priority-mark.js';
import { SentBack } from '../marks/sent-back.js';
import { mayAcknowledge } from '../../domain/rights.js';
import { usePerson } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { dueForms } from '../work/due-forms.js';
import { mayWish } from '../work/wish.js';
import { useAcknowledge } from './acknowledge.js';
import { useAt } from './board-context.js';

/** The colour at the edge of the row: the worst of its open clocks. */
function useEdge(line: IncidentLine): 'overdue' | 'soon' | 'quiet' {
  return useAt((now) => {
    const tones = line.clocks.filter(isOpenClock).map((clock) => standingOf(clock, now).tone);
    return tones.includes('overdue') ? 'overdue' : tones.includes('soon') ? 'soon' : 'quiet';
  });
}

function EventCell({ line, fresh }: { line: IncidentLine; fresh: boolean }) {
  const { t } = useTranslation();
  const { articleCount, sourceCount } = line;
  const reported = [t('board.reports', { count: articleCount }), t('board.sources', { count: sourceCount })];
  const notes = [...(articleCount === 0 ? [t('board.byHand')] : reported), line.places.join(' ')];
  return (
    <td role="cell" className="col-event">
      <Link to="/incidents/$id" params={{ id: line.id }} className="event-title">
        {line.title}
      </Link>
      <span className="event-notes">
        {fresh && <span className="fresh">{t('board.fresh')}</span>}
        {line.ownReleaseCount > 0 && <span className="own-mark">{t('ownRelease.mark')}</span>}
        {line.priority.length > 0 && <PriorityMark priority={line.priority} short />}
        {line.campaigns.map(({ id, name }) => (
          <Link
            key={id}
            to="/"
            search={{ campaign: id }}
            className="campaign-mark"
            title={t('board.onlyCampaign', { name })}
          >
            {name}
          </Link>
        ))}
        <span className="number">{line.number}</span>
        {notes
          .filter((note) => note !== '')
          .map((note) => (
            <span key={note}>{note}</span>
          ))}
      </span>
      <SentBack line={line} />
    </td>
  );
}

function LeadCell({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  const nameOf = useBureauName();
  return (
    <td role="cell" className="col-lead">
      <span>{nameOf(line.lead)}</span>
      {line.co.length > 0 && <small>{t('board.co', { names: line.co.map(nameOf).join(t('list.comma')) })}</small>}
    </td>
  );
}

interface TimeCellProps {
  line: IncidentLine;
  kinds: readonly ClockKind[];
  column: string;
  followUp?: ClockView | null;
}

/** The clock of a kind; a 48 h clock stands in the first column, where the first answer is due, and below it continued release. */
function TimeCell({ line, kinds, column, followUp = null }: TimeCellProps) {
  const { t } = useTranslation();
  const clock = kinds.map((kind) => line.clocks.find((one) => one.kind === kind)).find((one) => one !== undefined);
  return (
    <td
      role="cell"
      className={`col-clock col-${column}`}
      data-label={t(clock ? `clock.short.${clock.kind}` : 'clock.none')}
    >
      {clock ? (
        <ClockCell clock={clock} />
      ) : (
        <span className="no-clock">
          —<span className="unseen">{t('clock.none')}</span>
        </span>
      )}
      {followUp && isOpenClock(followUp) && <FollowUpNote cycle={followUp} />}
    </td>
  );
}

/** 续发 第n次, small: the office's own cadence colours no row. */
function FollowUpNote({ cycle }: { cycle: ClockView }) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useAt((now) => clockWords(standingOf(cycle, now), say));
  return (
    <span className="clock-note" title={t('followUp.own')}>
      {t('followUp.short', { n: cycle.cycleNo })} {words}
    </span>
  );
}

function StatusCell({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const signed =
    line.acknowledgedAt === null
      ? null
      : t('status.signed', {
          name: nameOf(line.acknowledgedBy ?? ''),
          time: wallMinute(Date.parse(line.acknowledgedAt)),
        });
  return (
    <td role="cell" className="col-status">
      <span className={`status status-${line.status}`}>{t(`status.${line.status}`)}</span>
      <small className={signed === null ? 'unsigned' : undefined}>{signed ?? t('status.unsigned')}</small>
    </td>
  );
}

function ActionCell({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  const person = usePerson();
  const acknowledge = useAcknowledge(line);
  // Signing comes first; the title leads to the case anyway.
  const due =
    line.acknowledgedAt === null ? undefined : dueForms(line.clocks).find((form) => mayWish(person.role, form));
  return (
    <td role="cell" className="col-action">
      {mayAcknowledge(person, line) && line.acknowledgedAt === null && (
        <Button
          type="primary"
          data-does="acknowledge"
          loading={acknowledge.isPending}
          aria-label={t('board.acknowledgeFor', { title: line.title })}
          onClick={() => acknowledge.mutate()}
        >
          {t('board.acknowledge')}
        </Button>
      )}
      {due ? (
        <Link
          to="/incidents/$id"
          params={{ id: line.id }}
          search={{ do: due }}
          className="open-link due-link"
          aria-label={t('board.formFor', { form: t(`action.form.${due}`), title: line.title })}
        >
          {t(`action.form.${due}`)}
        </Link>
      ) : (
        <Link
          to="/incidents/$id"
          params={{ id: line.id }}
          className="open-link"
          aria-label={t('board.openFor', { title: line.title })}
        >
          {t('board.open')}
        </Link>
      )}
    </td>
  );
}

interface RowProps {
  line: IncidentLine;
  fresh: boolean;
  /** Its place among all rows, from 0. */
  index: number;
}

/** One incident of the table; the head is the first row for those who hear it. */
export const IncidentRow = memo(function IncidentRow({ line, fresh, index }: RowProps) {
  const edge = useEdge(line);
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-incident={line.id}
      className={`edge-${edge}${fresh ? ' is-fresh' : ''}`}
    >
      <td role="cell" className="col-level">
        <LevelWord level={line.level} />
        <BasisWord line={line} />
      </td>
      <EventCell line={line} fresh={fresh} />
      <LeadCell line={line} />
      <TimeCell line={line} kinds={['statement_5h', 'other_48h']} column="statement" followUp={line.followUp} />
      <TimeCell line={line} kinds={['press_conference_24h']} column="conference" />
      <StatusCell line={line} />
      <ActionCell line={line} />
    </tr>
  );
});
