import type { Precision } from '../reading/assessment.js';
import { graver, type Level, type LevelBasis } from '../level.js';
import type { Tier } from '../clocks/policy.js';
import { standingOf, type StoryFigure } from './standing-figure.js';

export const METRICS = ['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned', 'economicLossYuan'] as const;
export type Metric = (typeof METRICS)[number];

export type StoryFacts = Record<Metric, StoryFigure | null>;

/** An occurrence as stated, with the tier of the source that states it; null: a person of the office. ISO UTC. */
export interface StatedOccurrence {
  at: string;
  precision: Precision;
  tier: Tier | null;
}

export type AlertGround = Pick<StoryVerdict, 'basis' | 'ruleId' | 'verified'>;

/** What is held of one happening; plain JSON, stored with the story. */
export interface StoryVerdict {
  alert: boolean;
  inScope: boolean;
  level: Level | null;
  basis: LevelBasis | null;
  ruleId: string | null;
  verified: boolean;
  /** The gravest level told by an article that would open a case by itself, on a ground that starts clocks. */
  alertLevel: Level | null;
  /** The gravest level of alerts that start no clock: by the office's own table, not adopted. It hides no level that starts one. */
  ownAlertLevel?: Level | null;
  /** The ground of `alertLevel`; where that is null, of `ownAlertLevel`. Stories stored before it was kept have none. */
  alertOn?: AlertGround | null;
  facts: StoryFacts;
  eventKind: string | null;
  places: string[];
  focus: string[];
  lead: string | null;
  co: string[];
  occurred: StatedOccurrence | null;
  /** How it is proposed to be dealt with; stories stored before that was kept have none. */
  disposition?: string | null;
}

/**
 * What is held after one more article. The graver level stands with its own ground; a fallen figure is a person's
 * decision; of stated occurrences of minute or hour precision the one from the
 * weightiest source stands, and of equal ones the earliest.
 */
export function mergeVerdict(held: StoryVerdict, next: StoryVerdict): StoryVerdict {
  const ground = isGroundedBy(next, held) ? next : held;
  return {
    alert: held.alert || next.alert,
    inScope: held.inScope || next.inScope,
    level: ground.level,
    basis: ground.basis,
    ruleId: ground.ruleId,
    verified: ground.verified,
    ...mergeAlerts(held, next),
    facts: mergeFacts(held.facts, next.facts),
    eventKind: held.eventKind ?? next.eventKind,
    places: held.places.length >= next.places.length ? held.places : next.places,
    focus: [...new Set([...held.focus, ...next.focus])],
    lead: held.lead ?? next.lead,
    co: held.co.length > 0 ? held.co : next.co,
    occurred: betterOccurrence(held.occurred, next.occurred),
    disposition: held.disposition ?? next.disposition ?? null,
  };
}

/** By a graver level, or by law what the office's own table alone said. */
function isGroundedBy(next: StoryVerdict, held: StoryVerdict): boolean {
  if (next.level !== held.level) return graver(held.level, next.level) !== held.level;
  return held.basis === 'INTERNAL' && next.basis !== 'INTERNAL';
}

type Alerts = Pick<StoryVerdict, 'alertLevel' | 'ownAlertLevel' | 'alertOn'>;

function mergeAlerts(held: Alerts, next: Alerts): Alerts {
  const alertLevel = graver(held.alertLevel, next.alertLevel);
  const ownAlertLevel = graver(held.ownAlertLevel ?? null, next.ownAlertLevel ?? null);
  const isHeld = alertLevel === null ? ownAlertLevel === (held.ownAlertLevel ?? null) : alertLevel === held.alertLevel;
  return { alertLevel, ownAlertLevel, alertOn: (isHeld ? held.alertOn : next.alertOn) ?? null };
}

/** The level that a story has risen to: by what starts clocks, and only where nothing does, by the office's own table. */
export function riseOf(before: Alerts | null, after: Alerts): Level | null {
  if (after.alertLevel !== (before?.alertLevel ?? null)) return after.alertLevel;
  const own = after.ownAlertLevel ?? null;
  return after.alertLevel === null && own !== (before?.ownAlertLevel ?? null) ? own : null;
}

export const NO_FACTS = Object.fromEntries(METRICS.map((metric) => [metric, null])) as StoryFacts;

/** What is held of an article that nothing could be read in. */
export const UNREAD: StoryVerdict = {
  alert: false,
  inScope: false,
  level: null,
  basis: null,
  ruleId: null,
  verified: true,
  alertLevel: null,
  facts: NO_FACTS,
  eventKind: null,
  places: [],
  focus: [],
  lead: null,
  co: [],
  occurred: null,
  disposition: null,
};

/** Of two figures of a metric one stands (see `standingOf`). Those published earlier are held. */
export function mergeFacts(held: StoryFacts, next: StoryFacts): StoryFacts {
  const merged = { ...held };
  for (const metric of METRICS) {
    const a = held[metric];
    const b = next[metric];
    if (a !== null && b !== null) merged[metric] = isEarlier(b, a) ? standingOf(b, a).figure : standingOf(a, b).figure;
    else merged[metric] = a ?? b;
  }
  return merged;
}

const isEarlier = (one: StoryFigure, other: StoryFigure): boolean =>
  one.at !== undefined && other.at !== undefined && one.at < other.at;

/** A person's word and a core source's weigh most. */
const WEIGHT: Record<Tier, number> = { core: 2, regular: 1, wide: 0 };

function betterOccurrence(held: StatedOccurrence | null, next: StatedOccurrence | null): StatedOccurrence | null {
  if (next === null || next.precision === 'day') return held ?? next;
  if (held === null || held.precision === 'day') return next;
  const lead = weightOf(next) - weightOf(held);
  return lead > 0 || (lead === 0 && next.at < held.at) ? next : held;
}

function weightOf({ tier }: StatedOccurrence): number {
  return tier === null ? WEIGHT.core : WEIGHT[tier];
}
