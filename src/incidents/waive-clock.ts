import { NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { IncidentClock } from '../clocks/clock.entity.js';
import { waiveClocks } from '../clocks/clocks.js';
import { keepLadder } from '../clocks/ladder.js';
import type { AskWaiver } from '../contract/clock-start.js';
import type { ClockKind, Policy } from '../domain/clocks/policy.js';
import type { JournalRow } from '../journal/append.js';
import { refuseChanged } from './dismiss-incident.js';
import { waivedData } from './duties.js';
import type { Move, MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { seenCase } from './seen-case.js';

/** 免除一项时限: asked by the press office, decided by leadership. The other duties of the case run on. */
export const waiverMove =
  (policy: Policy, kind: ClockKind, { reason }: AskWaiver): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    const clock = await tx.findOne(IncidentClock, {
      where: { incidentId: incident.id, kind },
      order: { cycleNo: 'DESC' },
    });
    if (!clock) throw new NotFoundException('本事件没有这项时限 · this incident has no such clock');
    if (clock.waivedAt !== null) return null;
    if (clock.metAt !== null) {
      const words = '该时限已回应,无须免除 · this duty has been answered: there is nothing to waive';
      throw refusedAttempt(scene, 'waiver', new UnprocessableEntityException(words), { clockKind: kind });
    }
    const payload = { kind, dueAt: clock.dueAt.toISOString(), seen: await seenCase(tx, incident), ends: [kind] };
    return withSecondPerson(scene, { kind: 'waiver', subject: kind, payload, reason }, waiveNow(policy));
  };

/** Leadership has agreed to a waiver. */
export const carryOutWaiver =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    await refuseChanged(scene, agreed);
    return waiveNow(policy)(scene, agreed);
  };

/** The ladder goes on by the duty that is due next. */
const waiveNow =
  (policy: Policy): Carrying =>
  async ({ tx, incident, now, actor }: MoveScene, agreed: Agreed): Promise<JournalRow[]> => {
    const { reason, payload } = agreed;
    const kind = payload['kind'] as ClockKind;
    const waived = await waiveClocks(tx, incident.id, [kind], { at: now, reason, atLevel: incident.level ?? 'none' });
    await keepLadder(tx, policy, incident, now);
    const data = { clockKind: kind, reason, waived: waivedData(waived, now), ...decidedBy(agreed) };
    return [{ kind: 'clock.waived', incidentId: incident.id, actor: actor.id, data }];
  };
