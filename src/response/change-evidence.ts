import { NotFoundException } from '@nestjs/common';
import type { CorrectEvidence } from '../contract/evidence-correction.js';
import type { Policy } from '../domain/clocks/policy.js';
import { stageOfRecords } from '../domain/lifecycle/lifecycle.js';
import {
  carryOutWithdrawal,
  type Correction,
  correctEvidenceMove,
  withdrawEvidenceMove,
} from '../incidents/correct-evidence.js';
import { Evidence } from '../incidents/evidence.entity.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import type { Carrying } from '../incidents/second-person.js';
import { factsOf, readCase } from './facts-of-case.js';

/** A person says that what is recorded is wrong: the instant, and perhaps where it is found. */
export const correctMove =
  (policy: Policy, evidenceId: string, { at, url, place, reason }: CorrectEvidence): Move =>
  async (scene) => {
    const held = await scene.tx.findOneBy(Evidence, { id: evidenceId, incidentId: scene.incident.id });
    if (!held) throw new NotFoundException('没有这条登记 · no such evidence of this incident');
    const { form, channel, title } = held;
    const stated = { form, channel, title, at: new Date(at), url: url ?? held.url, place: place ?? held.place };
    return corrected(policy, evidenceId, { stated, reason })(scene);
  };

export const corrected =
  (policy: Policy, evidenceId: string, correction: Correction): Move =>
  async (scene) => {
    const rows = await correctEvidenceMove(policy, evidenceId, correction)(scene);
    if (rows !== null) await stepBack(scene, policy);
    return rows;
  };

export const withdrawn =
  (policy: Policy, evidenceId: string, reason: string): Move =>
  async (scene) => {
    const rows = await withdrawEvidenceMove(policy, evidenceId, reason)(scene);
    if (rows !== null) await stepBack(scene, policy);
    return rows;
  };

/** A second person has agreed to what is withdrawn. */
export const withdrawnByTwo =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    const rows = await carryOutWithdrawal(policy)(scene, agreed);
    await stepBack(scene, policy);
    return rows;
  };

/** A case whose only release stands no longer is worked on again. */
async function stepBack({ tx, incident, now }: MoveScene, policy: Policy): Promise<void> {
  if (incident.stage !== 'released' && incident.stage !== 'following_up') return;
  const facts = factsOf(await readCase(tx, policy, incident, now));
  if (facts.releases === 0) incident.stage = stageOfRecords(facts);
}
