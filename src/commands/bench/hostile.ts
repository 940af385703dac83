import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FETCH_LIMITS } from '../../ingestion/fetching/fetch-feed.js';
import { FetchFault } from '../../ingestion/fetching/fetch-outcome.js';
import { readBody } from '../../ingestion/fetching/response-body.js';
import { BodyReader, INLINE_BYTES } from '../../ingestion/reading/body-reader.js';
import { Thread } from '../../ingestion/reading/thread.js';
import { watchingTheLoop } from './event-loop.js';
import { type BenchPlace, type Figure, rounded } from './figure.js';
import { type HostileAnswer, hostileAnswers } from './hostile-documents.js';

const CHUNK = 64 * 1024;
const WARM_UP_ROUNDS = 20;
const RSS_PARSER_LIMITS = { timeLimitMs: 5_000, heapMb: 2048 };

interface HostileFigure {
  name: string;
  outcome: string;
  articles: number;
  stallMs: number;
  ownStallMs: number | null;
  ms: number;
  megabytesPerSecond: number;
  rssParserMs: number | null;
}

interface Outcome {
  outcome: string;
  articles: unknown[];
}

type RssParser = Thread<string, number | null>;

/**
 * Answers that mean harm, on the way that a visit takes: from the bytes of the response to articles. For each the longest time
 * the event loop stood still (by the clock, and by the processor time of its own thread), and what rss-parser takes for the same text (null: it throws, or is ended at 5 s).
 * `bench hostile [part of a name]`
 */
export async function* benchHostile([wanted = '']: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const reader = BodyReader.of(join(root, 'dist/src'));
  const rssParser: RssParser = new Thread(
    join(root, 'dist/src/commands/bench/rss-parser.worker.js'),
    RSS_PARSER_LIMITS,
  );
  const answers = hostileAnswers({ small: INLINE_BYTES, large: FETCH_LIMITS.mostBytes }).filter(({ name }) =>
    name.includes(wanted),
  );
  const figures: HostileFigure[] = [];
  await warmUp(reader);
  const idle = await watchingTheLoop(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  for (const answer of answers) {
    const figure = await measure(answer, reader, rssParser);
    figures.push(figure);
    yield { ...figure };
  }
  reader.close();
  rssParser.close();
  yield { ...worstOf(figures), idleStallMs: rounded(idle.worstMs) };
}

/** A machine with other work to do stalls everybody: the thread's own time says what the document did. */
function worstOf(figures: HostileFigure[]): Figure {
  const heaviest = (weigh: (figure: HostileFigure) => number) =>
    figures.reduce<HostileFigure | null>((most, one) => (most && weigh(most) >= weigh(one) ? most : one), null);
  const [own, clock] = [heaviest(({ ownStallMs }) => ownStallMs ?? 0), heaviest(({ stallMs }) => stallMs)];
  return {
    name: 'hostile answers, worst',
    worstStallMs: clock?.stallMs ?? null,
    of: clock?.name ?? null,
    worstOwnStallMs: own?.ownStallMs ?? null,
    ofOwn: own?.name ?? null,
  };
}

/** A worker in its first seconds is slower than ever after. */
async function warmUp(reader: BodyReader): Promise<void> {
  const [sound] = hostileAnswers({ small: INLINE_BYTES, large: FETCH_LIMITS.mostBytes });
  for (let round = 0; sound && round < WARM_UP_ROUNDS; round += 1) await fromResponse(sound, sound.bytes(), reader);
}

async function measure(answer: HostileAnswer, reader: BodyReader, rssParser: RssParser): Promise<HostileFigure> {
  const bytes = answer.bytes();
  const begun = performance.now();
  const { value, worstMs, worstOwnMs } = await watchingTheLoop(() => fromResponse(answer, bytes, reader));
  const ms = performance.now() - begun;
  const theirs = await rssParser.ask(Buffer.from(bytes).toString('utf8')).catch(() => null);
  return {
    name: answer.name,
    outcome: value.outcome,
    articles: value.articles.length,
    stallMs: rounded(worstMs),
    ownStallMs: worstOwnMs === null ? null : rounded(worstOwnMs),
    ms: rounded(ms),
    megabytesPerSecond: rounded(bytes.byteLength / 1024 / 1024 / (ms / 1000)),
    rssParserMs: theirs === null ? null : rounded(theirs),
  };
}

async function fromResponse(answer: HostileAnswer, bytes: Uint8Array, reader: BodyReader): Promise<Outcome> {
  try {
    const body = await readBody(Readable.from(chunksOf(bytes)), answer.contentEncoding ?? '', FETCH_LIMITS.mostBytes);
    const reading = await reader.read(
      { bytes: body, contentType: answer.contentType, url: 'http://feed.test/' },
      new Date(),
    );
    return reading.outcome === 'ok' ? reading : { outcome: reading.outcome, articles: [] };
  } catch (error) {
    if (error instanceof FetchFault) return { outcome: error.kind, articles: [] };
    throw error;
  }
}

function* chunksOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
