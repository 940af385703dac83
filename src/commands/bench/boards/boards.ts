import { loadavg } from 'node:os';
import { latenessOf } from '../clocks/lateness.js';
import { type BenchPlace, type Figure, median, rounded } from '../figure.js';
import { ACCIDENTS_APART } from './accident-feed.js';
import { type Round, Scene } from './scene.js';

const [BOARDS, MEASURED] = [100, 100];
const WARM_UP = 10;
/** From a row to the last screen, p99. */
const MOST_MS = 2_000;
const STAGES = ['visit', 'queue', 'judging', 'alert', 'boards'] as const;
const STRETCHES = ['toStoring', 'toJudging', 'toSweep', 'toBoards'] as const;

/**
 * `boards [screens [accidents]]`: a feed tells of a grave accident; how long until the last of the signed-in boards has the alert, with
 * the product running as `npm start` runs it. Beside it, after each accident, the same steps one by one.
 */
export async function* benchBoards([screens, given]: string[], place: BenchPlace): AsyncIterable<Figure> {
  const boards = Number(screens ?? BOARDS);
  const many = Math.min(Number(given ?? MEASURED), ACCIDENTS_APART - WARM_UP);
  const scene = await Scene.set(place, WARM_UP + many, boards);
  const rounds: Round[] = [];
  let missed = 0;
  try {
    for (let n = 0; n < WARM_UP + many; n += 1) {
      const round = await scene.round(n);
      if (n < WARM_UP) continue;
      if (round) rounds.push(round);
      else missed += 1;
    }
  } finally {
    await scene.close();
  }
  yield* figures(rounds, missed, boards);
}

function* stretches(rounds: Round[]): Iterable<Figure> {
  for (const stretch of STRETCHES) {
    const { p50, p99, max } = latenessOf(rounds.map((round) => round.within[stretch]));
    yield { name: 'within the whole', stretch, p50, p99, max };
  }
}

function* figures(rounds: Round[], missed: number, boards: number): Iterable<Figure> {
  const middle = (stage: (typeof STAGES)[number]) => rounded(median(rounds.map((round) => round[stage])));
  const sum = STAGES.reduce((total, stage) => total + middle(stage), 0);
  const whole = latenessOf(rounds.map((round) => round.whole));
  for (const stage of STAGES) yield { name: 'alone', stage, p50Ms: middle(stage) };
  yield* stretches(rounds);
  yield {
    name: 'row of the journal to the last board',
    boards,
    ...latenessOf(rounds.map((one) => one.boards)),
    limitMs: MOST_MS,
  };
  yield { name: 'feed response to the case on the last board', boards, ...latenessOf(rounds.map((one) => one.opened)) };
  yield {
    name: 'feed response to the alert on the last board',
    ...{ boards, measured: rounds.length, missed, ...whole },
    ...{ reference: 'sum of the stages alone', referenceMs: rounded(sum), ratio: rounded(whole.p50 / sum) },
    load: rounded(loadavg()[0] ?? NaN),
  };
}
