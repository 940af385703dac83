import { ForbiddenException, UnprocessableEntityException } from '@nestjs/common';
import { markAcknowledged } from '../receipts/advance.js';
import type { z } from 'zod';
import { confirmClocks, tellNewLead } from '../clocks/clocks.js';
import { beginSilence, keepLadder } from '../clocks/ladder.js';
import type { assign } from '../contract/incident.js';
import type { Policy } from '../domain/clocks/policy.js';
import { stageAfter } from '../domain/lifecycle/lifecycle.js';
import { unitsInForce } from '../domain/routing/in-force.js';
import type { BureauUnit } from '../domain/routing/routing-rules.js';
import { mayAcknowledge } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';
import type { Move } from './moves.js';

/** 签收: somebody of the lead bureau or the desk has taken it. The clocks run on; the ladder ends while there is progress. */
export const acknowledgeMove =
  (policy: Policy, note?: string): Move =>
  async ({ tx, incident, now, actor }) => {
    await markAcknowledged(tx, actor, incident.id);
    if (incident.acknowledgedAt !== null) return null;
    if (!mayAcknowledge(actor, incident))
      throw new ForbiddenException('由主办司局或值班台签收 · the lead bureau or the desk acknowledges');
    incident.acknowledgedAt = now;
    incident.acknowledgedBy = actor.id;
    if (actor.bureau === incident.lead) incident.holder ??= actor.id;
    await keepLadder(tx, policy, incident, now);
    incident.stage = stageAfter('acknowledge', incident.stage);
    return [row(incident, actor.id, 'incident.acknowledged', { note: note ?? null })];
  };

/** A person says the level is right: the bureau and the others are told now. */
export const confirmMove =
  (policy: Policy, note?: string): Move =>
  async ({ tx, incident, now, actor }) => {
    if (incident.status === 'confirmed') return null;
    refuseDismissed(incident);
    incident.status = 'confirmed';
    incident.confirmedAt = now;
    await confirmClocks(tx, policy, incident.id, now);
    await keepLadder(tx, policy, incident, now);
    return [row(incident, actor.id, 'incident.confirmed', { note: note ?? null })];
  };

/** 转办: another bureau leads from now on and hears of it at once, nobody has acknowledged for it yet. The clocks run on. */
export const assignMove =
  (policy: Policy, units: readonly BureauUnit[], wish: z.infer<typeof assign>): Move =>
  async ({ tx, incident, now, actor }) => {
    const held = [incident.lead, ...incident.co];
    // A unit that has ended keeps what it has until somebody gives it to another; nothing new goes to it.
    const fresh = [wish.lead, ...(wish.co ?? [])].filter((code) => !held.includes(code));
    refuseEnded(units, fresh, now);
    const co = (wish.co ?? incident.co).filter((code) => code !== wish.lead);
    if (incident.lead === wish.lead && co.join() === incident.co.join()) return null;
    const data = { from: incident.lead, lead: wish.lead, co, reason: wish.reason ?? null };
    const isAnew = incident.lead !== wish.lead;
    if (isAnew) await beginSilence(tx, incident.id, now, true);
    Object.assign(incident, {
      lead: wish.lead,
      co,
      ...(isAnew && { acknowledgedAt: null, acknowledgedBy: null, holder: null }),
    });
    await tellNewLead(tx, incident.id, now);
    await keepLadder(tx, policy, incident, now);
    return [row(incident, actor.id, 'incident.assigned', data)];
  };

/** @throws UnprocessableEntityException naming a code that stands for no unit of this day */
export function refuseEnded(units: readonly BureauUnit[], codes: readonly string[], at: Date): void {
  const inForce = unitsInForce(units, at).map((unit) => unit.code);
  const none = codes.find((code) => !inForce.includes(code));
  if (none === undefined) return;
  const words = units.some((unit) => unit.code === none)
    ? '该司局已撤并,不能再转办给它 · this unit has ended; assign its successor'
    : '没有这个司局代码 · no such bureau';
  throw new UnprocessableEntityException(`${words}: ${none}`);
}

function refuseDismissed(incident: Incident): void {
  if (incident.status === 'dismissed') {
    throw new UnprocessableEntityException(
      '事件已退出办理,不能再改 · the incident was dismissed and cannot be changed',
    );
  }
}

function row(incident: Incident, actor: string, kind: string, data: Record<string, unknown>): JournalRow {
  return { kind, incidentId: incident.id, actor, data };
}
