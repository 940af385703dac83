/** The stages of a self-check (全链路自检), in the order in which a report walks them. */
export const CANARY_STAGES = ['fetch', 'store', 'judge', 'open', 'fire', 'hear'] as const;
export type CanaryStage = (typeof CANARY_STAGES)[number];
/** Where the self-check can break: `start` means that none was begun, so the timer itself does not run. */
export type BrokenStage = CanaryStage | 'start';

export const STAGE_NAMES: Record<BrokenStage, { zh: string; en: string }> = {
  start: { zh: '定时进程', en: 'the timer' },
  fetch: { zh: '采集', en: 'fetching' },
  store: { zh: '读取入库', en: 'reading and storing' },
  judge: { zh: '研判', en: 'judging' },
  open: { zh: '立项', en: 'opening a case' },
  fire: { zh: '时限提醒', en: 'firing deadlines' },
  hear: { zh: '看板推送', en: 'pushing to boards' },
};

/** One self-check: when each stage was passed; null: not yet. */
export interface CanaryRun {
  startedAt: Date;
  completeAt: Date | null;
  /** False: no process listens at the board's socket, so its silence proves nothing. */
  socketWatched: boolean;
  passed: Record<CanaryStage, Date | null>;
}

/** What is known of the self-checks at an instant. */
export interface CanaryHistory {
  now: Date;
  /** The newest that were not given up, newest first; enough to hold one that is complete or overdue. */
  runs: CanaryRun[];
  /** When the next one has to be begun at the latest. */
  nextBy: Date | null;
  /** When the first of all was begun. */
  firstStartedAt: Date | null;
  lastCompleteAt: Date | null;
}

export interface Breakage {
  stage: BrokenStage;
  /** The last instant at which the whole chain was known to work; before the first success: when it was first tried. */
  since: Date;
}

/** A run not complete after this share of the period is broken: so it is named before the second period ends. */
const SHARE_OF_PERIOD = 0.75;
/** Nothing has ever been complete, or nothing begun: the start of an installation takes its time. */
export const PERIODS_OF_GRACE = 2;

/** The first stage that a run has not passed; null when it has passed all that is watched. */
export function missingStage(run: CanaryRun): CanaryStage | null {
  const watched = CANARY_STAGES.filter((stage) => stage !== 'hear' || run.socketWatched);
  return watched.find((stage) => run.passed[stage] === null) ?? null;
}

/** Whether the last self-check leaves the board out because nobody listens there. */
export function boardUnwatched({ runs }: CanaryHistory): boolean {
  return runs[0]?.socketWatched === false;
}

/**
 * The stage at which the chain is broken, by the newest run that is complete or has had its time.
 * @param periodMs the time between two runs
 */
export function brokenBy(history: CanaryHistory, periodMs: number): Breakage | null {
  const { now, runs, lastCompleteAt, firstStartedAt } = history;
  const time = (lastCompleteAt ? SHARE_OF_PERIOD : PERIODS_OF_GRACE) * periodMs;
  const telling = runs.find((run) => run.completeAt !== null || now.getTime() - run.startedAt.getTime() >= time);
  const stage = telling && telling.completeAt === null ? missingStage(telling) : null;
  return stage && firstStartedAt ? { stage, since: lastCompleteAt ?? firstStartedAt } : null;
}

/**
 * Whether nobody begins self-checks any more.
 * @param observedFrom since when the asking process can tell
 */
export function notBegun(history: CanaryHistory, observedFrom: Date, periodMs: number): Breakage | null {
  const { now, nextBy, lastCompleteAt, firstStartedAt } = history;
  const observedFor = now.getTime() - observedFrom.getTime();
  if (observedFor <= PERIODS_OF_GRACE * periodMs || (nextBy !== null && now <= nextBy)) return null;
  return { stage: 'start', since: lastCompleteAt ?? firstStartedAt ?? observedFrom };
}
