import type { EntityManager } from 'typeorm';
import { startClock, runningClocks } from '../clocks/clocks.js';
import { graver, type Level } from '../domain/level.js';
import { clocksStartedBy, type Policy } from '../domain/policy.js';
import type { StoryVerdict } from '../domain/story-verdict.js';
import type { JournalRow } from '../journal/append.js';
import { Incident, type LevelReason } from './incident.entity.js';
import { clockData } from './open-incident.js';

/** What a case is to be brought up to date with. */
export interface StoryNews {
  incidentId: string;
  verdict: StoryVerdict;
  reason: LevelReason;
  /** The level the story has just risen to; null when it has not. */
  risenTo: Level | null;
  now: Date;
}

/**
 * Brings a case up to date with its story: new figures, and a level that has just risen. A risen level never restarts a
 * clock: duties it adds run from the same start. What a person graded stands until the story itself rises further; a
 * dismissed case stays dismissed, but that its story rose is told.
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
  if (incident.status === 'dismissed') return raised ? row('incident.rose_after_dismissal', { level: risenTo }) : [];
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
  return row('incident.raised', { level: risenTo, clocks: await addClocks(tx, policy, incident, now) });
}

async function addClocks(tx: EntityManager, policy: Policy, incident: Incident, now: Date) {
  const running = new Set((await runningClocks(tx, incident.id)).map((clock) => clock.kind));
  const added: Record<string, unknown>[] = [];
  for (const rule of clocksStartedBy(policy, incident.level, incident.basis)) {
    if (running.has(rule.kind)) continue;
    const start = { startAt: incident.clockStartAt, basis: incident.clockBasis };
    const clock = await startClock(tx, policy, rule, {
      incidentId: incident.id,
      start,
      openedAt: now,
      confirmedAt: incident.confirmedAt,
    });
    if (clock) added.push(clockData(clock));
  }
  return added;
}
