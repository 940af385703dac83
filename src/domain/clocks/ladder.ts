import { MINUTE } from './deadlines.js';
import type { ClockKind, LadderRule, Policy, RungPost, RungRule } from './policy.js';
import { type ClockSpan, confirmationOf, type Threshold } from './thresholds.js';

/** Begins the key of a rung's row; the post follows. */
export const RUNG = 'rung_';
/** Key of the row at which an acknowledgement without progress ends. */
export const ACK_EXPIRES = 'ack_expires';

/** From the lowest up. */
export const RUNG_POSTS: readonly RungPost[] = [
  'lead_officer',
  'lead_deputy',
  'lead_head',
  'general_office_head',
  'leadership',
];

/** Begins the key of the row that tells that a rung's notices did not arrive; the post follows. */
export const RUNG_UNREACHED = `${RUNG}unreached_`;

/** Why a rung is passed over: nobody stands on it, nobody there has a way, or what was sent there did not arrive. */
export type SkipReason = 'nobody' | 'unreachable' | 'undelivered';

export const isRung = (key: string): boolean => key.startsWith(RUNG);
export const isOfLadder = (key: string): boolean => isRung(key) || key === ACK_EXPIRES;

/** The post of a rung's row; null: it is none. */
export function postOfRung(key: string): RungPost | null {
  return RUNG_POSTS.find((post) => key === `${RUNG}${post}`) ?? null;
}

/** The post whose notices did not arrive, by the key of the row that tells it; null: it is none. */
export function unreachedPost(key: string): RungPost | null {
  return RUNG_POSTS.find((post) => key === `${RUNG_UNREACHED}${post}`) ?? null;
}

/** The ladder of a kind of clock; null: the policy has none for it. */
export function ladderOf(policy: Policy, kind: ClockKind): LadderRule | null {
  return policy.ladder.find((rule) => rule.clocks.includes(kind)) ?? null;
}

/** What a case's ladder is counted from. */
export interface Silence extends ClockSpan {
  /** From when nobody has taken the case. */
  since: Date;
  /** Posts that had heard before it began: nothing is counted from them. */
  heard: ReadonlySet<RungPost>;
  /** Posts told since: the rungs above them are counted as if they were still to come. */
  told: ReadonlySet<RungPost>;
}

/**
 * The rungs still ahead, each absolute to start, limit and the begin of the silence: nothing drifts with when a step was noticed.
 * None comes before one below it, nor later than one above it by its share (a case found late climbs at once), nor before those
 * beyond the press office may be told.
 */
export function rungsAhead(rule: LadderRule, silence: Silence): Threshold[] {
  const earliest = confirmationOf(silence).getTime();
  let before = silence.since.getTime();
  const counted = rule.rungs.filter(({ post }) => !silence.heard.has(post));
  const placed = counted.map((rung, index) => {
    const latest = Math.min(...counted.slice(index).map((one) => shareMoment(one, silence)));
    const bySilence = rung.silenceMinutes === undefined ? Infinity : before + rung.silenceMinutes * MINUTE;
    before = Math.max(before, Math.min(latest, bySilence));
    return { post: rung.post, fireAt: new Date(Math.max(before, earliest)) };
  });
  return placed
    .filter(({ post }) => !silence.told.has(post))
    .map(({ post, fireAt }) => ({ key: `${RUNG}${post}`, fireAt, audience: [post] }));
}

function shareMoment({ share }: RungRule, { startAt, dueAt }: ClockSpan): number {
  if (share === undefined) return Infinity;
  return startAt.getTime() + share * (dueAt.getTime() - startAt.getTime());
}
