import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ClockKind } from '../../contract/clock.js';
import type { JournalLine } from '../../contract/incident.js';
import type { Level } from '../../domain/level.js';
import { spelled } from '../clock/countdown.js';
import { useDay, useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { useBureauName } from './bureau-name.js';
import { auditTellings } from './audit-words.js';
import { bureauTellings } from './bureau-words.js';
import { campaignTellings } from './campaign-words.js';
import { channelWord } from './channel-word.js';
import { documentTellings } from './document-words.js';
import { dutyTellings } from './duty-words.js';
import { exitWord } from './exit-words.js';
import { followUpTellings } from './follow-up-words.js';
import { ladderTellings, rungMark } from './ladder-words.js';
import { secondPersonTellings, single } from './second-person-words.js';
import { isKeeping, keepingTellings } from './keeping-words.js';
import { ownReleaseTellings } from './own-release-words.js';
import { personalTellings } from './personal-words.js';
import { policyTellings } from './policy-words.js';
import { recordTellings } from './record-words.js';
import { targetMark, targetTellings } from './target-words.js';
import { isAccount, usePersonName } from './person-name.js';
import { text, type Tell, type Teller } from './tell.js';

/** From this delay on, a warning says that it came late. */
const LATE_MS = 60_000;

function levelWord(value: unknown, t: TFunction): string {
  const known = value === 'I' || value === 'II' || value === 'III' || value === 'IV';
  return known ? t(`level.${value satisfies Level}`) : t('level.none');
}

const opened: Tell = ({ actor, data }, { t, bureau, person }) => {
  const words = { level: levelWord(data.level, t), lead: bureau(text(data.lead)), actor: person(actor) };
  return actor.startsWith('system') ? t('journal.incident_opened', words) : t('journal.incident_opened_by', words);
};

/** The verdict of evidence: that of the clock it answered, if it answered one. */
function verdictWord(data: JournalLine['data'], t: TFunction): string {
  const met: unknown = Array.isArray(data.met) ? data.met[0] : undefined;
  const verdict = typeof met === 'object' && met !== null && 'verdict' in met ? met.verdict : null;
  return t(`journal.verdict.${verdict === 'met' || verdict === 'late' ? verdict : 'none'}`);
}

const recorded =
  (key: 'journal.statement_recorded' | 'journal.press_conference_recorded'): Tell =>
  ({ actor, data }, { t, moment, person }) => {
    const at = text(data.at);
    return t(key, { actor: person(actor), time: at === '' ? '' : moment(at), verdict: verdictWord(data, t) });
  };

const NAMED_MARKS = ['opened', 'told', 'assigned', 'handed_over', 'returned', 'half', 'due'] as const;

function markWord(key: string, t: TFunction): string {
  const minutes = /^minutes_(\d+)$/.exec(key)?.[1];
  if (minutes !== undefined) return t('journal.mark.minutes', { minutes });
  const raised = /^raised_(I{1,3}|IV)$/.exec(key)?.[1];
  if (raised !== undefined) return t('journal.mark.raised', { level: levelWord(raised, t) });
  if (key.startsWith('own_release_')) return t('journal.mark.ownRelease');
  if (key.startsWith('possibly_')) return t('journal.mark.possibly');
  if (key.endsWith('_held')) return t('journal.mark.held');
  const other = rungMark(key, t) ?? targetMark(key, t);
  if (other !== null) return other;
  const named = NAMED_MARKS.find((one) => one === key);
  return named ? t(`journal.mark.${named}`) : t('journal.mark.other', { key });
}

const fired: Tell = ({ data }, { t, say }) => {
  const lateMs = typeof data.lateMs === 'number' ? data.lateMs : 0;
  const late = lateMs < LATE_MS ? '' : t('journal.late', { length: spelled(lateMs, say) });
  const kind = t(`clock.kind.${text(data.clockKind) as ClockKind}`);
  return t('journal.threshold_fired', { kind, mark: markWord(text(data.key), t), late });
};

const noticed =
  (key: `journal.notice_${'sent' | 'delivered' | 'failed' | 'held' | 'failed_over'}`): Tell =>
  ({ data }, { t, bureau, person }) => {
    const recipient = text(data.recipient);
    const name = isAccount(recipient) ? person(recipient) : bureau(recipient);
    return t(key, {
      recipient: recipient === 'LEADERSHIP' ? t('journal.leadership') : name,
      channel: channelWord(text(data.channel) || text(data.to), t),
      from: channelWord(text(data.from), t),
    });
  };

/** What a person decided, in the words given for it. */
const byReason =
  (
    key:
      | `journal.story_${'joined' | 'split' | 'set_aside' | 'figure_stated'}`
      | `journal.incident_${'merged' | 'parted' | 'restricted' | 'restriction_lifted'}`,
  ): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, {
      actor: person(actor),
      title: text(data.title),
      number: text(data.number),
      value: typeof data.value === 'number' ? data.value : '',
      reason: text(data.reason),
    });

/** What moved a start, or would: the instants before and after. */
const ofStart =
  (key: `journal.incident_start_${'moved' | 'proposed'}` | 'journal.clock_edit_refused'): Tell =>
  ({ actor, data }, { t, person, moment, day }) => {
    const time = (value: unknown) => (typeof value === 'string' ? moment(value) : '');
    const { from, to } = startsOf(data);
    const own = key === 'journal.incident_start_moved' && actor.startsWith('system');
    const words = { actor: person(actor), from: time(from), to: time(to), reason: text(data.reason) };
    if (data.precision === 'day') return t('journal.incident_day_proposed', { day: day(text(to)) });
    return t(own ? 'journal.incident_start_moved_self' : key, words);
  };

function startsOf(data: JournalLine['data']): { from: unknown; to: unknown } {
  const instant = (value: unknown) =>
    typeof value === 'object' && value !== null && 'startAt' in value ? value.startAt : value;
  return { from: instant(data.from), to: instant(data.to ?? data.at) };
}

const ofSource =
  (key: 'journal.source_changed' | 'journal.source_resumed'): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), name: text(data.sourceId) });

const ofIntake =
  (key: 'journal.intake_created' | 'journal.intake_secret_renewed' | 'journal.intake_revoked'): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), name: text(data.intakeId) });

/** What visits tell of a source by themselves: nobody acted. */
const ofVisits =
  (key: `journal.source_${'failing' | 'recovered' | 'silent' | 'speaks_again'}`): Tell =>
  ({ data }, { t, moment }) => {
    const since = text(data.since);
    return t(key, { name: text(data.name), time: since === '' ? '' : moment(since) });
  };

const tellings: Record<string, Tell> = {
  'incident.opened': opened,
  'incident.raised': ({ data }, { t }) =>
    t('journal.incident_raised', { from: levelWord(data.from, t), level: levelWord(data.level, t) }),
  'incident.facts_changed': (_, { t }) => t('journal.incident_facts_changed'),
  'incident.retitled': ({ data }, { t }) =>
    t('journal.incident_retitled', { title: text(data.title), from: text(data.from) }),
  'incident.reported_after_dismissal': (_, { t }) => t('journal.incident_reported_after_dismissal'),
  'incident.acknowledged': ({ actor }, { t, person }) => t('journal.incident_acknowledged', { actor: person(actor) }),
  'incident.confirmed': ({ actor }, { t, person }) => t('journal.incident_confirmed', { actor: person(actor) }),
  'incident.dismissed': ({ actor, data }, { t, person, moment }) =>
    t(`journal.incident_${text(data.mergedInto) === '' ? 'dismissed' : 'went_into'}`, {
      actor: person(actor),
      number: text(data.number),
      how: exitWord(data, t, moment),
      reason: text(data.reason),
    }) + single(data, t),
  'incident.graded': ({ actor, data }, { t, person }) =>
    t('journal.incident_graded', {
      actor: person(actor),
      from: levelWord(data.from, t),
      level: levelWord(data.level, t),
      reason: text(data.reason),
    }) + single(data, t),
  'incident.assigned': ({ actor, data }, { t, person, bureau }) =>
    t('journal.incident_assigned', { actor: person(actor), lead: bureau(text(data.lead)) }),
  'statement.recorded': recorded('journal.statement_recorded'),
  'press_conference.recorded': recorded('journal.press_conference_recorded'),
  'threshold.fired': fired,
  'threshold.postponed': (_, { t }) => t('journal.threshold_postponed'),
  ...bureauTellings,
  ...campaignTellings,
  ...dutyTellings,
  ...followUpTellings,
  ...ladderTellings,
  ...secondPersonTellings,
  ...personalTellings,
  ...policyTellings,
  ...auditTellings,
  ...recordTellings,
  ...targetTellings,
  ...ownReleaseTellings,
  ...keepingTellings,
  'notice.sent': noticed('journal.notice_sent'),
  'notice.delivered': noticed('journal.notice_delivered'),
  'notice.failed': noticed('journal.notice_failed'),
  'notice.held': noticed('journal.notice_held'),
  'notice.failed_over': noticed('journal.notice_failed_over'),
  'notice.owner_told': ({ data }, { t }) =>
    t('journal.notice_owner_told', { count: typeof data.failures === 'number' ? data.failures : 0 }),
  'story.national': ({ data }, { t }) => t('journal.story_national', { title: text(data.title) }),
  'story.triage': ({ data }, { t }) => t('journal.story_triage', { title: text(data.title) }),
  'story.waiting': ({ data }, { t }) => t('journal.story_waiting', { title: text(data.title) }),
  'story.possibly_same': ({ data }, { t }) =>
    t('journal.story_possibly_same', { title: text(data.title), level: levelWord(data.level, t) }),
  'story.joined': byReason('journal.story_joined'),
  'story.split': byReason('journal.story_split'),
  'story.set_aside': byReason('journal.story_set_aside'),
  'story.figure_stated': byReason('journal.story_figure_stated'),
  'incident.merged': byReason('journal.incident_merged'),
  'incident.parted': byReason('journal.incident_parted'),
  'incident.restricted': byReason('journal.incident_restricted'),
  'incident.restriction_lifted': byReason('journal.incident_restriction_lifted'),
  restricted: (_, { t }) => t('journal.restricted'),
  'incident.perhaps_same': (_, { t }) => t('journal.incident_perhaps_same'),
  'incident.start_moved': ofStart('journal.incident_start_moved'),
  'incident.start_proposed': ofStart('journal.incident_start_proposed'),
  'clock.edit_refused': ofStart('journal.clock_edit_refused'),
  ...documentTellings,
  'source.added': ({ actor, data }, { t, person }) =>
    t('journal.source_added', { actor: person(actor), name: text(data.sourceId) }),
  'source.changed': ofSource('journal.source_changed'),
  'source.paused': ({ actor, data }, { t, person }) =>
    t('journal.source_paused', { actor: person(actor), name: text(data.sourceId), reason: text(data.reason) }),
  'source.resumed': ofSource('journal.source_resumed'),
  'source.imported': ({ actor, data }, { t, person }) =>
    t('journal.source_imported', { actor: person(actor), count: Number(data.count) || 0 }),
  'source.failing': ofVisits('journal.source_failing'),
  'source.recovered': ofVisits('journal.source_recovered'),
  'source.silent': ofVisits('journal.source_silent'),
  'source.speaks_again': ofVisits('journal.source_speaks_again'),
  'intake.created': ofIntake('journal.intake_created'),
  'intake.secret_renewed': ofIntake('journal.intake_secret_renewed'),
  'intake.revoked': ofIntake('journal.intake_revoked'),
  'report.received': ({ actor, data }, { t, person }) =>
    t('journal.report_received', { actor: person(actor), title: text(data.title) }),
  'article.set_aside': ({ data }, { t }) => t('journal.article_set_aside', { title: text(data.title) }),
  'system.clock_suspect': ({ data }, { t, say }) =>
    t('journal.system_clock_suspect', { length: spelled(Math.abs(Number(data.jumpMs) || 0), say) }),
};

/** Says a row of the journal in the page's language; a kind without words stands for itself. */
export function useJournalWords(): (row: JournalLine) => string {
  const { t } = useTranslation();
  const times = { say: useSay(), moment: useMoment(), day: useDay() };
  const teller: Teller = { t, ...times, bureau: useBureauName(), person: usePersonName() };
  return (row) => (tellings[row.kind] ?? (() => t('journal.other', { kind: row.kind })))(row, teller);
}

/** Whether the row says what happened, rather than who was told, which stage a move led to, or how the journal is kept. */
export function isHappening(row: JournalLine): boolean {
  return (
    row.kind in tellings && !row.kind.startsWith('notice.') && row.kind !== 'incident.stage' && !isKeeping(row.kind)
  );
}
