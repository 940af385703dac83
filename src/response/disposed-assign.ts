import type { z } from 'zod';
import type { assign } from '../contract/incident.js';
import { assignMove } from '../incidents/desk-moves.js';
import type { Move } from '../incidents/moves.js';
import type { Settings } from '../settings/settings.js';
import { factsOf, readCase } from './facts-of-case.js';
import { refuseUnready } from './make-record.js';

/** Another bureau leads, without a 转办单 of its own: what an order needs is needed here too, the disposition before all. */
export const disposedAssignMove =
  ({ policy, rules }: Settings, wish: z.infer<typeof assign>): Move =>
  async (scene) => {
    const { tx, incident, now } = scene;
    refuseUnready('assign', factsOf(await readCase(tx, policy, incident, now)));
    return assignMove(policy, rules.bureaus.units, wish)(scene);
  };
