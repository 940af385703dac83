import { UnprocessableEntityException } from '@nestjs/common';
import type { z } from 'zod';
import { confirmClocks } from '../clocks/clocks.js';
import { policyOf } from '../clocks/policy-versions.js';
import type { grade } from '../contract/incident.js';
import { type ClockKind, clocksStartedBy, type Policy } from '../domain/clocks/policy.js';
import { graver, type Level, type LevelBasis } from '../domain/level.js';
import type { JournalRow } from '../journal/append.js';
import { refuseChanged } from './dismiss-incident.js';
import { changeDuties } from './duties.js';
import type { Incident } from './incident.entity.js';
import { gradedReason } from './level-reason.js';
import type { Move, MoveScene } from './moves.js';
import { announceRise } from './raise-incident.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { openStatutory, seenCase } from './seen-case.js';
import { takeUpAgain } from './take-up-again.js';

/** A level as a person states it. */
interface Graded {
  level: Level;
  reason: string;
}

/**
 * 定级. A level that starts duties starts them from the same start as before; one that no longer carries them ends them, if another
 * person agrees, and the 48 h duty takes their place from the same anchor. Where nothing ran, nothing begins: below level II the duty to
 * answer is a person's decision of its own.
 */
export const gradeMove =
  (policy: Policy, wish: z.infer<typeof grade>): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    const { level: from } = incident;
    if (from === wish.level && incident.status === 'confirmed') return null;
    refuseDismissed(incident);
    const { wanted, running } = await dutiesAt(scene, policy, wish.level);
    const ends = running.filter((kind) => !wanted.includes(kind));
    if (ends.length === 0) return gradeNow(scene, policy, wish, null);
    const payload = { from, level: wish.level, seen: await seenCase(tx, incident), ends };
    return withSecondPerson(scene, { kind: 'downgrade', payload, reason: wish.reason }, (on, agreed) =>
      gradeNow(on, policy, wish, agreed),
    );
  };

/** The second person has agreed to a level that ends running duties. */
export const carryOutDowngrade =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    refuseDismissed(scene.incident);
    await refuseChanged(scene, agreed);
    const level = agreed.payload['level'] as Level;
    return gradeNow(scene, policy, { level, reason: agreed.reason }, agreed);
  };

async function gradeNow(
  scene: MoveScene,
  policy: Policy,
  { level, reason }: Graded,
  agreed: Agreed | null,
): Promise<JournalRow[]> {
  const { tx, incident, now, actor } = scene;
  const from = incident.level;
  const { wanted, basis } = await dutiesAt(scene, policy, level);
  if (from !== level) {
    Object.assign(incident, { basis, basisVerified: false, levelReason: gradedReason(reason) });
  }
  Object.assign(incident, { level, status: 'confirmed', confirmedAt: incident.confirmedAt ?? now });
  const rises = from !== level && graver(from, level) === level;
  const change = await changeDuties(tx, policy, incident, wanted, { at: now, reason, rises });
  await confirmClocks(tx, policy, incident.id, now);
  const ended = rises ? await announceRise(tx, policy, incident, now) : [];
  const again = rises ? await takeUpAgain(tx, incident, actor.id, reason) : [];
  const data = { from, level, reason, ...change, ...(agreed && decidedBy(agreed)) };
  return [{ kind: 'incident.graded', incidentId: incident.id, actor: actor.id, data }, ...again, ...ended];
}

/** What would be due at a level stated by a person, and what runs now. */
async function dutiesAt({ tx, incident }: MoveScene, policy: Policy, level: Level) {
  const stated: LevelBasis = incident.basis === 'INTERNAL' ? 'INTERNAL' : 'REFERENCE';
  const basis = incident.level === level ? incident.basis : stated;
  const own = await policyOf(tx, policy, incident.ruleVersion);
  const statutory = clocksStartedBy(own, level, basis).map((rule) => rule.kind);
  const running = await openStatutory(tx, incident.id);
  const wanted: ClockKind[] = statutory.length === 0 && running.length > 0 ? ['other_48h'] : statutory;
  return { wanted, running, basis };
}

function refuseDismissed(incident: Incident): void {
  if (incident.status === 'dismissed') {
    throw new UnprocessableEntityException(
      '事件已退出办理,不能再改 · the incident was dismissed and cannot be changed',
    );
  }
}
