/**
 * What a case goes through between the happening and the conference, in the order of the work. It may happen in another order: a bureau
 * signs for receipt before the assessment, a text is published before it was signed off.
 */
export const MILESTONES = [
  ...(['occurred', 'first_published', 'detected', 'opened'] as const),
  ...(['consulted', 'assessed', 'assigned', 'acknowledged'] as const),
  ...(['drafted', 'reviewed', 'signed', 'released', 'conference'] as const),
] as const;
export type Milestone = (typeof MILESTONES)[number];

/**
 * What the time before a milestone was. outside: nobody here could know of it; waiting: it lay with somebody who only had to take,
 * pass or publish it; working: something was being made.
 */
export type TimeUse = 'outside' | 'waiting' | 'working';
/** With whom it lay: the machine, 值班, the bureau in the lead, or those who review and sign. */
export type Holder = 'nobody' | 'system' | 'press_office' | 'lead' | 'reviewer' | 'signer';

const USES: Record<Milestone, { use: TimeUse; holder: Holder }> = {
  occurred: { use: 'outside', holder: 'nobody' },
  first_published: { use: 'outside', holder: 'nobody' },
  detected: { use: 'outside', holder: 'nobody' },
  opened: { use: 'waiting', holder: 'system' },
  consulted: { use: 'working', holder: 'press_office' },
  assessed: { use: 'working', holder: 'press_office' },
  assigned: { use: 'waiting', holder: 'press_office' },
  acknowledged: { use: 'waiting', holder: 'lead' },
  drafted: { use: 'working', holder: 'lead' },
  reviewed: { use: 'waiting', holder: 'reviewer' },
  signed: { use: 'waiting', holder: 'signer' },
  released: { use: 'waiting', holder: 'lead' },
  conference: { use: 'working', holder: 'lead' },
};

/** A milestone that was reached. `at`: epoch milliseconds; `by`: account id or `system:<room>`, null: nobody of ours. */
export interface Reached {
  milestone: Milestone;
  at: number;
  by: string | null;
}

/** The time before one milestone. `to` null: it is not reached yet, the stage is open and grows. */
export interface Stretch {
  until: Milestone;
  use: TimeUse;
  holder: Holder;
  from: number;
  to: number | null;
  /** Who ended it. */
  by: string | null;
}

/**
 * Where the minutes went: the time from each milestone to the next that was reached, without gap or overlap, so that the stretches add up
 * to the whole.
 * @param expected milestones that this case has to reach; what was skipped is not waited for once a later one is reached
 * @param goesOn false: the case is over, nothing is open
 */
export function waterfall(reached: readonly Reached[], expected: readonly Milestone[], goesOn: boolean): Stretch[] {
  const place = ({ milestone }: Reached) => MILESTONES.indexOf(milestone);
  const inTime = [...reached].sort((one, other) => one.at - other.at || place(one) - place(other));
  const past = inTime.slice(1).map(({ milestone, at, by }, before): Stretch => {
    const from = inTime[before]?.at ?? at;
    return { until: milestone, ...USES[milestone], from, to: at, by };
  });
  const last = inTime.at(-1);
  if (!goesOn || last === undefined) return past;
  const furthest = Math.max(...inTime.map(place));
  const next = MILESTONES.find((one, n) => n > furthest && expected.includes(one));
  if (next === undefined) return past;
  return [...past, { until: next, ...USES[next], from: last.at, to: null, by: null }];
}

/** Milliseconds by what they were. @param now epoch milliseconds, until which an open stretch counts */
export function timeByUse(stretches: readonly Stretch[], now: number): Record<TimeUse, number> {
  const sums = { outside: 0, waiting: 0, working: 0 };
  for (const { use, from, to } of stretches) sums[use] += Math.max(0, (to ?? now) - from);
  return sums;
}
