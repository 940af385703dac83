import { BareIntake } from './bare-intake.js';
import { FeedServer } from './feed-server.js';
import { type BenchPlace, type Figure, median, rounded } from './figure.js';
import { streamFeed } from './generated-stream.js';
import { storeOlderArticles } from './older-articles.js';
import { pooled } from './pooled.js';
import { ProductWorker } from './product-worker.js';
import { pythonSecondsPerItem } from './python-intake.js';
import { openScratchDatabase } from './scratch-database.js';

const ITEMS = 50;
const FEEDS = 100;
const ROUNDS = 5;
const OLDER = 1_000_000;
/** Python is slow: it gets some of the feeds only. */
const PYTHON_FEEDS = 20;

/**
 * From feed response to judged and stored rows, in one worker process, against the bare limit of fetch + parse + insert on
 * the same documents, alternated; then the same with a million articles stored before, and what the usual Python tools take.
 * `ingest [older articles] [rounds]`
 */
export async function* benchIngest(args: string[], { root, databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const [older = OLDER, rounds = ROUNDS] = args.map(Number);
  const scratch = await openScratchDatabase(databaseUrl);
  const race = await Race.open(scratch.url, root);
  try {
    await race.run(1); // warms both up
    const fresh = await race.run(rounds);
    yield {
      name: 'items from feed response to judged and stored rows',
      perSecond: Math.round(1 / fresh.product),
      reference: 'bare fetch + parse + insert',
      referencePerSecond: Math.round(1 / fresh.bare),
      ratio: rounded(fresh.bare / fresh.product),
      ...(await race.product.tally()),
    };
    const python = await pythonSecondsPerItem(root, scratch.url, race.addresses(PYTHON_FEEDS));
    yield {
      name: 'the same against Python feedparser + jieba + psycopg2',
      perSecond: Math.round(1 / fresh.product),
      referencePerSecond: python === null ? null : Math.round(1 / python),
      ratio: python === null ? null : rounded(python / fresh.product),
    };
    await storeOlderArticles(scratch.url, older);
    await race.run(1);
    const full = await race.run(rounds);
    yield {
      name: `cost of an item with ${older} articles stored, against that with some ten thousand`,
      perSecond: Math.round(1 / full.product),
      ratio: rounded(full.product / fresh.product),
      bareRatio: rounded(full.bare / fresh.bare),
      ...(await race.product.tally()),
    };
  } finally {
    await race.close();
    await scratch.drop();
  }
}

/** Seconds an item. */
interface Times {
  bare: number;
  product: number;
}

/** The bare limit and the product on the same documents, in turn; every round publishes new ones. */
class Race {
  private published = 0;

  private constructor(
    private readonly documents: Map<string, Buffer>,
    private readonly server: FeedServer,
    private readonly bare: BareIntake,
    readonly product: ProductWorker,
  ) {}

  static async open(databaseUrl: string, root: string): Promise<Race> {
    const documents = new Map<string, Buffer>();
    const server = await FeedServer.open((path) => documents.get(path), FEEDS);
    const product = await ProductWorker.open(databaseUrl, root);
    await product.declare(server.addresses);
    return new Race(documents, server, await BareIntake.open(databaseUrl), product);
  }

  /** @returns the median round of each */
  async run(rounds: number): Promise<Times> {
    const times = { bare: [] as number[], product: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      this.publish();
      times.bare.push(await timed(() => pooled(FEEDS, (n) => this.bare.take(`f${n}`, this.urlOf(n)))));
      times.product.push(await timed(() => this.product.takeAll(FEEDS)));
    }
    return { bare: median(times.bare) / (FEEDS * ITEMS), product: median(times.product) / (FEEDS * ITEMS) };
  }

  addresses(feeds: number): [id: string, url: string][] {
    return Array.from({ length: feeds }, (_, n) => [`f${n}`, this.urlOf(n)]);
  }

  async close(): Promise<void> {
    await this.bare.close();
    await this.product.close();
    await this.server.close();
  }

  private urlOf(n: number): string {
    return `${this.server.addresses[n]}/${n}`;
  }

  private publish(): void {
    const now = new Date();
    for (let n = 0; n < FEEDS; n += 1) {
      this.documents.set(`/${n}`, Buffer.from(streamFeed(this.published, ITEMS, now)));
      this.published += ITEMS;
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
