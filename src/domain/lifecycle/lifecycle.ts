import type { CaseFacts } from './case-facts.js';
import * as guard from './guards.js';
import type { Guard } from './guards.js';
import type { Missing } from './missing.js';
import { comesAfter, isExit, type Stage, type Where } from './stage.js';

/**
 * A step of the work. `to`: the stage it brings the case to, unless the case is further already; null: none of its own. What has
 * happened anyway (a signature for receipt, a publication, a conference) has no guard: it is never refused.
 */
interface Step {
  to: Stage | null;
  needs: readonly Guard[];
}

/** Every step and what it asks for: the one table that routes, pages and reports read. */
export const STEPS = {
  consult: { to: 'consulting', needs: [guard.inHand] },
  assess: { to: 'assessed', needs: [guard.inHand, guard.consulted] },
  assign: { to: 'assigned', needs: [guard.inHand, guard.consulted, guard.disposed, guard.isOurs] },
  acknowledge: { to: 'acknowledged', needs: [] },
  draft: { to: 'drafting', needs: [guard.inHand] },
  review: { to: 'in_review', needs: [guard.inHand, guard.drafted] },
  co_sign: { to: null, needs: [guard.inHand, guard.drafted] },
  sign: { to: 'signed', needs: [guard.inHand, guard.consulted, guard.drafted, guard.secrecyReviewed, guard.coSigned] },
  release: { to: 'released', needs: [] },
  follow_up: { to: 'following_up', needs: [] },
  evaluate: { to: 'evaluating', needs: [guard.inHand, guard.dutiesOver] },
  close: { to: 'closed', needs: [guard.inHand, guard.dutiesOver, guard.missesExplained, guard.evaluated] },
  archive: { to: 'archived', needs: [guard.isClosed] },
  reopen: { to: null, needs: [guard.isOut, guard.notMerged] },
  note: { to: null, needs: [] },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof STEPS;

/** What is missing for a step, in the order a person would make it up; none: it may be taken. */
export function missingFor(step: StepName, facts: CaseFacts): Missing[] {
  return STEPS[step].needs.map((needs) => needs(facts)).filter((missing) => missing !== null);
}

/**
 * What our own release had to have gone through and had not (手续待补). The publication counts all the same: it has happened.
 * 保守国家秘密法实施条例 art. 42; 政府信息公开条例 art. 11, 17.
 */
export function irregularities(facts: CaseFacts): Missing[] {
  return [guard.secrecyReviewed, guard.coSigned, guard.signedOff]
    .map((needs) => needs(facts))
    .filter((missing) => missing !== null);
}

/** Where a case stands after a step: never further back than before. What has ended without an answer stays so. */
export function stageAfter(step: StepName, stage: Where): Where {
  const { to } = STEPS[step];
  if (to === null || isExit(stage)) return stage;
  return comesAfter(to, stage) ? to : stage;
}

/** A draft that was sent back is worked on again. */
export const afterReturn = (stage: Where): Where => (stage === 'in_review' || stage === 'signed' ? 'drafting' : stage);

/** Sent back by the bureau before it was taken: to be assigned again. */
export const afterRejection = (stage: Where): Where => (stage === 'assigned' ? 'assessed' : stage);

/** How far the records show that a case had come, closing and exits apart: there it is taken up again. */
export function stageOfRecords(facts: CaseFacts): Stage {
  if (facts.evaluated) return 'evaluating';
  if (facts.releases > 0) return facts.releases > 1 ? 'following_up' : 'released';
  if (facts.draft > 0) return facts.signaturesLeft === 0 ? 'signed' : facts.secrecyPassed ? 'in_review' : 'drafting';
  if (facts.acknowledged) return 'acknowledged';
  if (facts.disposition !== null) return facts.assigned ? 'assigned' : 'assessed';
  return facts.consulted ? 'consulting' : 'collected';
}
