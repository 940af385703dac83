import type { EntityManager } from 'typeorm';
import { hastenFollowUp } from '../clocks/follow-up-cycles.js';
import type { Policy } from '../domain/clocks/policy.js';
import type { JournalRow } from '../journal/append.js';
import { cycleData } from './duties.js';
import type { Incident } from './incident.entity.js';

const REASONS = {
  casualties: '伤亡数字有变化,缩短续发时限 · the figures of casualties have changed: the next release is due sooner',
  rumour: '出现谣言,缩短续发时限 · there is a rumour: the next release is due sooner',
};

/** What has newly become known, beside a risen level. */
export interface NewFact {
  fact: keyof typeof REASONS;
  at: Date;
}

/** The next release is due within the policy's hours of a new important fact. @returns what the journal is to be told; nothing, if it is due as soon anyway */
export async function newFact(
  tx: EntityManager,
  current: Policy,
  incident: Incident,
  { fact, at }: NewFact,
): Promise<JournalRow[]> {
  const reason = REASONS[fact];
  const change = cycleData(await hastenFollowUp(tx, current, incident, { at, reason }), at);
  if (change.clocks.length + change.met.length + change.missed.length === 0) return [];
  const data = { fact, reason, ...change };
  return [{ kind: 'follow_up.hastened', incidentId: incident.id, actor: 'system:incidents', data }];
}
