import type { z } from 'zod';
import { placeTargets } from '../clocks/internal-targets.js';
import type { prioritise } from '../contract/priority.js';
import type { Policy } from '../domain/clocks/policy.js';
import { PRIORITIES } from '../domain/priority.js';
import type { Move } from './moves.js';

/** 重点事项 (方案 三(四)): a person decides what the case is a priority for; its internal targets follow, from their old start. */
export const prioritiseMove =
  (policy: Policy, wish: z.infer<typeof prioritise>): Move =>
  async ({ tx, incident, now, actor }) => {
    const priority = PRIORITIES.filter((one) => wish.priority.includes(one));
    const { priority: from, priorityBy } = incident;
    if (priorityBy !== null && from.join() === priority.join()) return null;
    Object.assign(incident, { priority, priorityBy: actor.id });
    await placeTargets(tx, policy, incident, now);
    const data = { from, priority, reason: wish.reason };
    return [{ kind: 'incident.prioritised', incidentId: incident.id, actor: actor.id, data }];
  };
