import type { EntityManager } from 'typeorm';
import { graver, type Level } from '../domain/level.js';
import { clocksStartedBy, type Policy } from '../domain/clocks/policy.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import type { JournalRow } from '../journal/append.js';
import { Incident, type LevelReason } from './incident.entity.js';
import { changeDuties } from './duties.js';

/** What a case is to be brought up to date with. */
export interface StoryNews {
  incidentId: string;
  verdict: StoryVerdict;
  reason: LevelReason;
  /** The level the story has just risen to; null when it has not. */
  risenTo: Level | null;
  /** Whether the article itself would open a case. */
  alert: boolean;
  now: Date;
}

/**
 * Brings a case up to date with its story: new figures, and a level that has just risen. A risen level never restarts a
 * clock: duties it adds run from the same start. What a person graded stands until the story itself rises further; a
 * dismissed case stays dismissed, but that it is reported again is told.
 */
export async function raiseIncident(tx: EntityManager, policy: Policy, news: StoryNews): Promise<JournalRow[]> {
  const { incidentId, verdict, risenTo, now } = news;
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident) return [];
  const from = incident.level;
  const row = (kind: string, more: Record<string, unknown>): JournalRow[] => [
    { kind, incidentId, actor: 'system:judging', data: { from, facts: verdict.facts, ...more } },
  ];
  const raised = risenTo !== null && from !== risenTo && graver(from, risenTo) === risenTo;
  if (incident.status === 'dismissed')
    return news.alert ? row('incident.reported_after_dismissal', { level: verdict.level }) : [];
  if (!raised && JSON.stringify(incident.facts) === JSON.stringify(verdict.facts)) return [];
  incident.facts = verdict.facts;
  incident.version += 1;
  if (raised) {
    incident.level = risenTo;
    incident.basis = verdict.basis ?? 'REFERENCE';
    incident.basisVerified = verdict.verified;
    incident.levelReason = news.reason;
  }
  await tx.save(incident);
  if (!raised) return row('incident.facts_changed', { level: from });
  const wanted = clocksStartedBy(policy, incident.level, incident.basis).map((rule) => rule.kind);
  const decision = { at: now, reason: '等级上调 · the level has risen' };
  return row('incident.raised', { level: risenTo, ...(await changeDuties(tx, policy, incident, wanted, decision)) });
}
