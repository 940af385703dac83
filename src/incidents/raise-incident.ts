import type { EntityManager } from 'typeorm';
import { startClock, runningClocks } from '../clocks/clocks.js';
import { provisionalLevel } from '../domain/opening.js';
import { graver } from '../domain/level.js';
import { clocksStartedBy, type Policy } from '../domain/policy.js';
import type { StoryVerdict } from '../domain/story-verdict.js';
import type { JournalRow } from '../journal/append.js';
import { Incident, type LevelReason } from './incident.entity.js';
import { clockData } from './open-incident.js';

/**
 * Brings a case up to date with its story: new figures, and a level that has risen. A risen level never restarts a
 * clock: duties it adds run from the same start. A level set by a person is not lowered or explained away here.
 */
export async function raiseIncident(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  verdict: StoryVerdict,
  reason: LevelReason,
  now: Date,
): Promise<JournalRow[]> {
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident || incident.status === 'dismissed') return [];
  const changed = JSON.stringify(incident.facts) !== JSON.stringify(verdict.facts);
  const level = provisionalLevel(verdict.level);
  const raised = incident.level !== level && graver(incident.level, level) === level;
  if (!changed && !raised) return [];
  const before = incident.level;
  incident.facts = verdict.facts;
  incident.version += 1;
  if (raised) {
    Object.assign(incident, {
      level,
      basis: verdict.basis ?? 'REFERENCE',
      basisVerified: verdict.verified,
      levelReason: reason,
    });
  }
  await tx.save(incident);
  const row: JournalRow = {
    kind: raised ? 'incident.raised' : 'incident.facts_changed',
    incidentId,
    actor: 'system:judging',
    data: {
      from: before,
      level: incident.level,
      facts: verdict.facts,
      clocks: raised ? await addClocks(tx, policy, incident, now) : [],
    },
  };
  return [row];
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
