import { NotFoundException } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { waiveClocks } from '../clocks/clocks.js';
import { waivedData } from '../incidents/duties.js';
import type { Move } from '../incidents/moves.js';

/**
 * 结束持续发布: the work is done, and the desk says why. One person decides: the cadence is the office's own, while what the notices
 * themselves limit is ended by two (clocks.md, rule 7). Past cycles keep their verdicts; a graver level takes it up again.
 */
export const endFollowUpMove =
  (reason: string): Move =>
  async ({ tx, incident, now, actor }) => {
    const last = await tx.findOne(IncidentClock, {
      where: { incidentId: incident.id, kind: 'follow_up', annulledAt: IsNull() },
      order: { cycleNo: 'DESC' },
    });
    if (!last) throw new NotFoundException('持续发布尚未开始 · continued release has not begun');
    if (last.waivedAt !== null) return null;
    const ending = { at: now, reason, atLevel: incident.level ?? ('none' as const) };
    const waived = waivedData(await waiveClocks(tx, incident.id, ['follow_up'], ending), now);
    const data = { cycleNo: last.cycleNo, reason, waived };
    return [{ kind: 'incident.follow_up_ended', incidentId: incident.id, actor: actor.id, data }];
  };
