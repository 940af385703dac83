import { UnprocessableEntityException } from '@nestjs/common';
import type { z } from 'zod';
import { confirmClocks, runningClocks, tellNewLead, waiveClocks } from '../clocks/clocks.js';
import type { assign, dismiss, grade } from '../contract/incident.js';
import { clocksStartedBy, type Policy } from '../domain/clocks/policy.js';
import { graver } from '../domain/level.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';
import { changeDuties, waivedData } from './duties.js';
import type { Move } from './moves.js';
import { doubtfulStories } from '../stories/story-store.js';
import type { Settings } from '../settings/settings.js';
import { announceRise } from './raise-incident.js';
import { standAlone } from './stand-alone.js';

/** 签收: somebody has taken it. The clocks run on. */
export const acknowledgeMove =
  (note?: string): Move =>
  ({ incident, now, actor }) => {
    if (incident.acknowledgedAt !== null) return Promise.resolve(null);
    incident.acknowledgedAt = now;
    incident.acknowledgedBy = actor.id;
    return Promise.resolve([row(incident, actor.id, 'incident.acknowledged', { note: note ?? null })]);
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
    return [row(incident, actor.id, 'incident.confirmed', { note: note ?? null })];
  };

/**
 * Not a matter to answer. Its running duties end and are listed in the reports with the time that was left. What was only possibly
 * the same stands by itself again: a dismissed case swallows nothing. Needs `lockStories`.
 */
export const dismissMove =
  (settings: Settings, wish: z.infer<typeof dismiss>): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    if (incident.status === 'dismissed') return null;
    incident.status = 'dismissed';
    incident.dismissedAt = now;
    incident.dismissedReason = wish.reason;
    const running = await runningClocks(tx, incident.id);
    const waived = await waiveClocks(
      tx,
      incident.id,
      running.map((clock) => clock.kind),
      { at: now, reason: wish.reason },
    );
    const rows = [
      row(incident, actor.id, 'incident.dismissed', { reason: wish.reason, waived: waivedData(waived, now) }),
    ];
    for (const story of await doubtfulStories(tx, incident.id)) {
      rows.push(...(await standAlone(tx, settings, story, { actor: actor.id, now })));
    }
    return rows;
  };

/**
 * 定级. A level that starts duties starts them from the same start as before; one that no longer carries them ends
 * them, and the 48 h duty takes their place from the same anchor. Where nothing ran, nothing begins: below level II the
 * duty to answer is a person's decision of its own.
 */
export const gradeMove =
  (policy: Policy, wish: z.infer<typeof grade>): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    if (incident.level === wish.level && incident.status === 'confirmed') return null;
    refuseDismissed(incident);
    const from = incident.level;
    if (from !== wish.level) {
      incident.basis = incident.basis === 'INTERNAL' ? 'INTERNAL' : 'REFERENCE';
      incident.basisVerified = false;
      incident.levelReason = { ruleId: null, text: wish.reason, source: '人工定级 · graded by a person' };
    }
    Object.assign(incident, { level: wish.level, status: 'confirmed', confirmedAt: incident.confirmedAt ?? now });
    const statutory = clocksStartedBy(policy, wish.level, incident.basis).map((rule) => rule.kind);
    const ranBefore = (await runningClocks(tx, incident.id)).length > 0;
    const wanted = statutory.length === 0 && ranBefore ? ['other_48h' as const] : statutory;
    const change = await changeDuties(tx, policy, incident, wanted, { at: now, reason: wish.reason });
    await confirmClocks(tx, policy, incident.id, now);
    if (from !== wish.level && graver(from, wish.level) === wish.level) await announceRise(tx, policy, incident, now);
    return [row(incident, actor.id, 'incident.graded', { from, level: wish.level, reason: wish.reason, ...change })];
  };

/** 转办: another bureau leads from now on and hears of it at once. The clocks run on. */
export const assignMove =
  (knownBureaus: string[], wish: z.infer<typeof assign>): Move =>
  async ({ tx, incident, now, actor }) => {
    for (const code of [wish.lead, ...(wish.co ?? [])]) {
      if (!knownBureaus.includes(code)) {
        throw new UnprocessableEntityException(`没有这个司局代码 · no such bureau: ${code}`);
      }
    }
    const co = (wish.co ?? incident.co).filter((code) => code !== wish.lead);
    if (incident.lead === wish.lead && co.join() === incident.co.join()) return null;
    const data = { from: incident.lead, lead: wish.lead, co, reason: wish.reason ?? null };
    Object.assign(incident, { lead: wish.lead, co, acknowledgedAt: null, acknowledgedBy: null });
    await tellNewLead(tx, incident.id, now);
    return [row(incident, actor.id, 'incident.assigned', data)];
  };

function refuseDismissed(incident: Incident): void {
  if (incident.status === 'dismissed') {
    throw new UnprocessableEntityException('事件已排除,不能再改 · the incident was dismissed and cannot be changed');
  }
}

function row(incident: Incident, actor: string, kind: string, data: Record<string, unknown>): JournalRow {
  return { kind, incidentId: incident.id, actor, data };
}
