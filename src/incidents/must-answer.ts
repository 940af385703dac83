import { IncidentClock } from '../clocks/clock.entity.js';
import { policyOf } from '../clocks/policy-versions.js';
import { clockStart } from '../domain/clocks/deadlines.js';
import type { Policy } from '../domain/clocks/policy.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import type { JournalRow } from '../journal/append.js';
import { changeDuties } from './duties.js';
import type { MoveScene } from './moves.js';
import { instantsOf } from './start-facts.js';

/**
 * 需回应: a person has decided it on the 研判单. Where no duty by law has ever begun, the one of 48 h does (国办发〔2016〕61号), from the first
 * publication however late it is decided; what has begun, was answered or was ended by a decision stays as it is.
 */
export async function mustAnswer(scene: MoveScene, current: Policy): Promise<JournalRow[]> {
  const { tx, incident, now, actor } = scene;
  const clocks = await tx.findBy(IncidentClock, { incidentId: incident.id });
  if (clocks.some(({ kind }) => isStatutory(kind))) return [];
  const { clockStart: rule } = await policyOf(tx, current, incident.ruleVersion);
  const { startAt, basis } = clockStart(rule.other, instantsOf(incident), rule);
  Object.assign(incident, { clockStartAt: startAt, clockBasis: basis });
  const reason = '研判单:需回应 · the assessment: to be answered';
  const change = await changeDuties(tx, current, incident, ['other_48h'], { at: now, reason });
  const data = { startAt, basis, ...change };
  return [{ kind: 'incident.to_be_answered', incidentId: incident.id, actor: actor.id, data }];
}
