import type { Contacts, Content } from '../channels.js';
import type { DocumentWatchRule } from '../documents/document-watch.js';
import type { Level, LevelBasis } from '../level.js';
import type { SignRule } from '../lifecycle/sign-chain.js';
import type { TargetName } from './internal-target.js';

export type ClockKind = 'statement_5h' | 'press_conference_24h' | 'other_48h' | 'follow_up';
export type StartBasis = 'occurred' | 'first_published' | 'detected';
export type Audience = 'press_office' | 'lead' | 'co' | 'leadership';
/** Posts of the ladder (升级阶梯), lowest first. */
export type RungPost = 'lead_officer' | 'lead_deputy' | 'lead_head' | 'general_office_head' | 'leadership';
/** Who a placed threshold is for: an audience of the policy, a post of the ladder, or who took the case. */
export type Hearer = Audience | RungPost | 'acknowledger';
export type Tier = 'core' | 'regular' | 'wide';
export type EvidenceForm = 'statement' | 'press_conference';

/** When a threshold is crossed: at a share of the time, some minutes before the limit, at opening, or when the level is confirmed. */
export type ThresholdMoment =
  { share: number } | { minutesBefore: number } | { at: 'opening' } | { at: 'confirmation' };

export type ThresholdRule = { key: string; audience: Audience[] } & ThresholdMoment;

/** One duty with a time limit. `hours` are clock hours: no nights, weekends or holidays are taken out. */
export interface ClockRule {
  kind: ClockKind;
  name: { zh: string; en: string };
  hours: number;
  answeredBy: EvidenceForm;
  startsFor: { levels: Level[]; bases: LevelBasis[] };
  citation: string;
  thresholds: ThresholdRule[];
  /** 持续发布 only: shorter cycles for those that begin within so many hours of the case's start, by level. */
  closer?: { levels: Level[]; withinHours: number; hours: number }[] | undefined;
  /** 持续发布 only: after a new important fact the next release is due within so many hours. */
  newFactHours?: number | undefined;
}

/** One rung: at a share of the clock's time, after minutes of silence since the rung before, or at whichever comes first. */
export interface RungRule {
  post: RungPost;
  share?: number | undefined;
  silenceMinutes?: number | undefined;
}

/** Who hears, one after the other, while nobody takes a case. */
export interface LadderRule {
  clocks: ClockKind[];
  /** How long an acknowledgement holds without progress. */
  acknowledgedMinutes: number;
  rungs: RungRule[];
  citation: string;
}

/** 内部目标: a time that the office sets itself for a step of its own work; never a limit by law. */
export interface InternalTargetRule {
  name: TargetName;
  /** From the opening of the case, or from when it rose to such a level. */
  minutes: number;
  /** The same for 重点事项; left out: no shorter. */
  priorityMinutes?: number | undefined;
  levels: Level[];
  /** Who hears when it has passed; nobody but the press office while the level is not confirmed. */
  audience: Audience[];
  /** Who adopted it. */
  citation: string;
}

export interface StartRule {
  emergency: StartBasis[];
  other: StartBasis[];
  occurredWithinHours: number;
  occurredFromTiers: Tier[];
  maxAgeHours: number;
  citation: string;
}

/** Beijing wall times `HH:MM`; over midnight when `to` is earlier than `from`. */
export interface QuietSpan {
  from: string;
  to: string;
}

/** Whose quiet hours: the press office's people and mailbox, a bureau's, the leadership's. */
export type QuietClass = 'press_office' | 'bureau' | 'leadership';

/** Bounds of the time between two visits of a source, seconds. */
export interface VisitBounds {
  fastest: number;
  slowest: number;
}

/** How sources are visited, by tier, and from when on silence means nothing. Seconds unless named otherwise. */
export type Collection = Record<Tier, VisitBounds> & {
  /** A core source not read, or an article not judged, for this long makes us blind. */
  blindAfterSeconds: number;
  /** Between two requests to one host. */
  hostGapSeconds: number;
  /** A source is silent when nothing new came for so many times its expected period, at least so many hours. */
  silence: { times: number; leastHours: number };
};

/** How long what was collected is kept. */
export interface Retention {
  /** Raw answers that no flagged article needs. */
  bodyHours: number;
  visitDays: number;
  /** Plain texts of articles that belong to no incident. */
  articleDays: number;
  /** How long the office promises to keep the journal, at least 6; left out: for ever. Nothing removes rows of it either way. */
  journalMonths?: number | undefined;
  /**
   * Personal data found in posts: days after a case is over, and after an article of no case was fetched. Left out: never purged.
   */
  personal?: { closedDays: number; looseDays: number } | undefined;
}

export interface Policy {
  version: string;
  title: string;
  jurisdiction: 'office' | 'nation';
  clockStart: StartRule;
  unconfirmedMinutes: number;
  /** Which levels of the office's own table count like a level by law, once the office has adopted the table. */
  internalLevelTriggersStatutoryClock: { I: boolean; II: boolean };
  /** The internal table of severity.yaml bears the name and day of its adoption; set when the settings are loaded, never in the file. */
  internalTableAdopted?: boolean;
  clocks: ClockRule[];
  ladder: LadderRule[];
  /** The office's own times for its steps; left out: none. */
  internalTargets?: InternalTargetRule[] | undefined;
  /** Whose signatures a text needs, by level; left out, or a level not named: one, whoever's that may sign. */
  signOff?: SignRule[] | undefined;
  /** The office's own time for judging what waits in the triage lane, minutes; left out: none. */
  triageMinutes?: number | undefined;
  /** Words that speak of 市场预期; left out: none is read. */
  marketWords?: string[] | undefined;
  leadership: { contacts: Contacts };
  collection: Collection;
  retention: Retention;
  /** 政策文件跟踪; left out: none is watched. */
  documentWatch?: DocumentWatchRule | undefined;
  /** Files beside a case; left out: 20 MB each, 100 files and 500 MB together. */
  attachments?:
    { megabytes?: number | undefined; caseFiles?: number | undefined; caseMegabytes?: number | undefined } | undefined;
  canary: { everyMinutes: number };
  /** By how many minutes the page of a release may speak of another time than was recorded. */
  evidence?: { pageToleranceMinutes: number } | undefined;
  operators: { contacts: Contacts };
  /** What a message of a channel may hold; a channel left out follows `USUAL_CONTENT`. */
  channels?: Partial<Record<string, { content: Content } | undefined>> | undefined;
  /** Between these times what is not of level I or II waits; a class left out has none. */
  quietHours?: Partial<Record<QuietClass, QuietSpan | undefined>> | undefined;
}

const USUAL_TOLERANCE_MINUTES = 10;

export const pageTolerance = ({ evidence }: Policy): number =>
  evidence?.pageToleranceMinutes ?? USUAL_TOLERANCE_MINUTES;

const MEGABYTE = 1024 * 1024;

/** Bytes that a file beside a case may have. */
export const mostAttachmentBytes = ({ attachments }: Policy): number => (attachments?.megabytes ?? 20) * MEGABYTE;

/** How many files a case may hold, and their bytes together. */
export interface AttachmentCap {
  files: number;
  bytes: number;
}

export const attachmentCap = ({ attachments }: Policy): AttachmentCap => ({
  files: attachments?.caseFiles ?? 100,
  bytes: (attachments?.caseMegabytes ?? 500) * MEGABYTE,
});

/** The rule of one kind. @throws when the policy has none. */
export function ruleOf(policy: Policy, kind: ClockKind): ClockRule {
  const rule = policy.clocks.find((candidate) => candidate.kind === kind);
  if (!rule) throw new Error(`policy.yaml 没有 ${kind} 的规则 · has no rule for ${kind}`);
  return rule;
}

/** The office's own table starts clocks only when it is adopted and the policy says so for this level. */
function internalCounts(policy: Policy, level: Level): boolean {
  if (policy.internalTableAdopted !== true || (level !== 'I' && level !== 'II')) return false;
  return policy.internalLevelTriggersStatutoryClock[level];
}

/** The duties that a level on this basis starts by itself; continued release begins with the first release only. */
export function clocksStartedBy(policy: Policy, level: Level | null, basis: LevelBasis | null): ClockRule[] {
  return rulesFor(policy, level, basis).filter((rule) => rule.kind !== 'follow_up');
}

/** The office's cadence of continued release for such a case; undefined: this policy has none for it. */
export function followUpRule(policy: Policy, level: Level | null, basis: LevelBasis | null): ClockRule | undefined {
  return rulesFor(policy, level, basis).find((rule) => rule.kind === 'follow_up');
}

function rulesFor(policy: Policy, level: Level | null, basis: LevelBasis | null): ClockRule[] {
  if (level === null || basis === null) return [];
  if (basis === 'INTERNAL' && !internalCounts(policy, level)) return [];
  return policy.clocks.filter((rule) => rule.startsFor.levels.includes(level) && rule.startsFor.bases.includes(basis));
}
