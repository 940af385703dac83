import type { Bench, BenchPlace } from './bench/figure.js';
import type { CommandIo } from './command-io.js';

type Load = () => Promise<Bench>;

/** Quick ones run without being named; the others want minutes and are run by name. */
const QUICK: Record<string, Load> = {
  feeds: async () => (await import('./bench/feeds.js')).benchFeeds,
  judging: async () => (await import('./bench/judging.js')).benchJudging,
};
/** Those that need a database are named in start.mjs too, which gives them a throw-away server. */
const BY_NAME: Record<string, Load> = {
  ...QUICK,
  assess: async () => (await import('./bench/assess.js')).benchAssess,
  fuzz: async () => (await import('./bench/fuzz.js')).benchFuzz,
  classifier: async () => (await import('./bench/classifier.js')).benchClassifier,
  words: async () => (await import('./bench/words.js')).benchWords,
  ingest: async () => (await import('./bench/ingest.js')).benchIngest,
  visits: async () => (await import('./bench/visits.js')).benchVisits,
  hostile: async () => (await import('./bench/hostile.js')).benchHostile,
  search: async () => (await import('./bench/search.js')).benchSearch,
  stories: async () => (await import('./bench/stories.js')).benchStories,
  journal: async () => (await import('./bench/journal.js')).benchJournal,
  clocks: async () => (await import('./bench/clocks/clocks.js')).benchClocks,
  boards: async () => (await import('./bench/boards/boards.js')).benchBoards,
  fanout: async () => (await import('./bench/fanout/fanout.js')).benchFanout,
  board: async () => (await import('./bench/board/board.js')).benchBoard,
};

/**
 * `bench [name [argument ...]]`: measures hot paths on generated input, each against a reference of the same run. One JSON
 * line for each figure.
 */
export async function benchCommand(
  argv: string[],
  io: Pick<CommandIo, 'output' | 'error'>,
  place: BenchPlace,
): Promise<number> {
  const [name, ...args] = argv;
  const chosen = name === undefined ? Object.values(QUICK) : [BY_NAME[name]];
  for (const load of chosen) {
    if (load === undefined) {
      io.error.write(`没有这项测量 · no such bench: ${name}. ${Object.keys(BY_NAME).join(' | ')}\n`);
      return 2;
    }
    const bench = await load();
    for await (const figure of bench(args, place)) io.output.write(`${JSON.stringify(figure)}\n`);
  }
  return 0;
}
