import type { EntityManager } from 'typeorm';
import { graver, type Level } from '../domain/level.js';
import { clocksStartedBy, type Policy } from '../domain/clocks/policy.js';
import { alertGround } from '../domain/stories/story-ground.js';
import { METRICS, type StoryFacts, type StoryVerdict } from '../domain/stories/story-verdict.js';
import type { JournalRow } from '../journal/append.js';
import { factsOfCase } from '../stories/case-stories.js';
import { runningClocks, tellRise } from '../clocks/clocks.js';
import { placeTargets } from '../clocks/internal-targets.js';
import { beginSilence, keepLadder } from '../clocks/ladder.js';
import { policyOf } from '../clocks/policy-versions.js';
import { MINUTE } from '../domain/clocks/deadlines.js';
import { Incident, type LevelReason } from './incident.entity.js';
import { retitle } from './case-title.js';
import { changeDuties } from './duties.js';
import { newFact } from './new-fact.js';
import { closeMootRequests } from './moot-requests.js';
import { stageRow } from './stage-row.js';
import { takeUpAgain } from './take-up-again.js';

const RISEN = '等级上调 · the level has risen';
/** Another figure of these is a new important fact: the public is told soon. */
const CASUALTIES = METRICS.filter((metric) => metric !== 'economicLossYuan');

/** What a case is to be brought up to date with. */
export interface StoryNews {
  incidentId: string;
  verdict: StoryVerdict;
  reason: LevelReason;
  /** The level the story has just risen to; null when it has not. */
  risenTo: Level | null;
  /** Whether the article itself would open a case. */
  alert: boolean;
  /** Title of the article that brings it; null: a person brings it. */
  title: string | null;
  actor: string;
  now: Date;
}

/**
 * Brings a case up to date with its story: new figures, and a level that has just risen. A risen level never restarts a
 * clock: duties it adds run from the same start. What a person graded stands until the story itself rises further; a
 * dismissed case stays dismissed, but that it is reported again is told.
 */
export async function raiseIncident(tx: EntityManager, current: Policy, news: StoryNews): Promise<JournalRow[]> {
  const { incidentId, verdict, risenTo, now } = news;
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident) return [];
  const policy = await policyOf(tx, current, incident.ruleVersion);
  const from = incident.level;
  const facts = await factsOfCase(tx, incidentId);
  const row = (kind: string, more: Record<string, unknown>): JournalRow[] => [
    { kind, incidentId, actor: news.actor, data: { from, facts, ...more } },
  ];
  const raised = risenTo !== null && rises(policy, incident, news, risenTo);
  if (incident.status === 'dismissed')
    return news.alert ? row('incident.reported_after_dismissal', { level: verdict.level }) : [];
  const isNew = !sameFacts(incident.facts, facts);
  const moreCasualties = CASUALTIES.some(
    (metric) => facts[metric] && facts[metric].value !== incident.facts[metric]?.value,
  );
  incident.facts = facts;
  const retitled = await retitle(tx, incident, news.title, news.actor);
  if (!raised && !isNew && retitled.length === 0) return [];
  incident.version += 1;
  const { stage } = incident;
  const again = raised ? await raiseTo(tx, incident, risenTo, news) : [];
  await tx.save(incident);
  if (!raised) {
    const hastened = moreCasualties ? await newFact(tx, policy, incident, { fact: 'casualties', at: now }) : [];
    return [...(isNew ? row('incident.facts_changed', { level: from }) : []), ...hastened, ...retitled];
  }
  const started = clocksStartedBy(policy, incident.level, incident.basis).map((rule) => rule.kind);
  const wanted = started.length > 0 ? started : (await runningClocks(tx, incidentId)).map((clock) => clock.kind);
  const change = await changeDuties(tx, policy, incident, wanted, {
    at: now,
    reason: RISEN,
    rises: true,
  });
  const ended = await announceRise(tx, policy, incident, now);
  const moot = await closeMootRequests(tx, incident, { now, by: news.actor });
  const told = [...row('incident.raised', { level: risenTo, ...change }), ...again];
  return [...told, ...stageRow(incident, stage, news.actor), ...ended, ...retitled, ...moot];
}

/**
 * A level that starts no clock (the office's own table, not adopted) takes the place of none that does; one that does takes the place of
 * its, whatever the table calls it.
 */
function rises(policy: Policy, { level, basis }: Incident, { verdict }: StoryNews, risenTo: Level): boolean {
  const starts = clocksStartedBy(policy, risenTo, alertGround(verdict).basis).length > 0;
  const runs = clocksStartedBy(policy, level, basis).length > 0;
  if (starts && !runs && basis === 'INTERNAL') return true;
  return level !== risenTo && graver(level, risenTo) === risenTo && (starts || !runs);
}

/** Where the story's gravest ground leads to another level, it is not the ground of the one it has risen to. A closed case is in hand again. */
function raiseTo(tx: EntityManager, incident: Incident, level: Level, { verdict, reason, actor }: StoryNews) {
  const ground = alertGround(verdict);
  const { basis, verified, ruleId } = ground;
  const levelReason = ruleId === verdict.ruleId ? reason : { ruleId, text: null, source: null };
  Object.assign(incident, { level, basis, basisVerified: verified, levelReason });
  return takeUpAgain(tx, incident, actor, RISEN);
}

/**
 * A risen level is told at once, whatever the hour, also where no clock begins with it. Who had taken the case had taken a lesser one:
 * that stays on record, and the ladder climbs until somebody takes it as it is now.
 */
export async function announceRise(
  tx: EntityManager,
  current: Policy,
  incident: Incident,
  at: Date,
): Promise<JournalRow[]> {
  const policy = await policyOf(tx, current, incident.ruleVersion);
  if (incident.level === null || clocksStartedBy(policy, incident.level, incident.basis).length === 0) return [];
  const unconfirmedMs = policy.unconfirmedMinutes * MINUTE;
  const { id, level, confirmedAt, acknowledgedAt, acknowledgedBy } = incident;
  await tellRise(tx, policy, id, { level, at, confirmedAt, unconfirmedMs });
  if (acknowledgedAt === null) return [];
  const nobody = { acknowledgedAt: null, acknowledgedBy: null };
  Object.assign(incident, nobody);
  await tx.update(Incident, { id }, nobody);
  await beginSilence(tx, id, at, false);
  await keepLadder(tx, policy, incident, at);
  await placeTargets(tx, policy, incident, at);
  const data = { by: acknowledgedBy, at: acknowledgedAt, level };
  return [{ kind: 'acknowledgement.outgrown', incidentId: id, actor: 'system:incidents', data }];
}

/** Whatever the order in which the database gives back their parts. */
function sameFacts(held: StoryFacts, next: StoryFacts): boolean {
  return METRICS.every((metric) => {
    const [a, b] = [held[metric], next[metric]];
    return a?.value === b?.value && a?.bound === b?.bound && a?.articleId === b?.articleId;
  });
}
