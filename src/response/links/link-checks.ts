import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { differs, readPageTime } from '../../domain/page-time.js';
import { decodeBytes } from '../../ingestion/decoding/decode.js';
import type { FeedFetcher } from '../../ingestion/fetching/fetch-feed.js';
import type { Fetched, FetchFailure, FetchOutcome, NotModified } from '../../ingestion/fetching/fetch-outcome.js';
import { append, type JournalRow } from '../../journal/append.js';
import type { Settings } from '../../settings/settings.js';
import { pageTolerance } from '../../domain/clocks/policy.js';

/** Links fetched in one turn. */
const MOST = 5;
/** A worker that died in the middle leaves its links to the next one after so long. Seconds. */
const LEASE_S = 120;
/** What was recorded longer ago than this is not looked up any more. */
const NEWEST = `interval '7 days'`;
/** Seconds to the next try, after each that failed; then it is left to a person. */
const PAUSES_S = [60, 300, 1_800, 7_200];

interface Due {
  evidenceId: string;
  incidentId: string;
  url: string;
  at: Date;
  attempts: number;
}

type Told = Pick<JournalRow, 'kind' | 'data'>;

/** How a page is fetched: guarded, capped, within a time limit. */
export type PageFetcher = Pick<FeedFetcher, 'fetch'>;

/**
 * The link of each release and conference is fetched, long after its recording is done: the copy is kept with its sha256, and the time the
 * page states is held against the recorded one. That never changes a verdict: a person sees where they differ.
 */
export class LinkChecks {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly fetcher: PageFetcher,
  ) {}

  /** Fetches what is due. @returns how many links were tried */
  async look(): Promise<number> {
    await this.db.query(
      `insert into link_check (evidence_id, url, next_at)
       select e.id, e.url, app_now() from evidence e join incident i on i.id = e.incident_id and i.channel = 'live'
       where e.url is not null and e.standing and e.recorded_at > app_now() - ${NEWEST}
         and not exists (select from link_check c where c.evidence_id = e.id)
       on conflict do nothing`,
    );
    const [due] = await this.db.query<[Due[], number]>(
      `update link_check c set attempts = attempts + 1, next_at = app_now() + interval '${LEASE_S} seconds'
       from evidence e
       where e.id = c.evidence_id and c.evidence_id = any(array(
         select evidence_id from link_check where next_at <= app_now() order by next_at limit ${MOST} for update skip locked))
       returning c.evidence_id as "evidenceId", e.incident_id as "incidentId", c.url, e.at, c.attempts`,
    );
    for (const one of due) await this.keep(one, await this.fetcher.fetch({ url: one.url }));
    return due.length;
  }

  /** Who took it over meanwhile, after our lease, tells of it. */
  private async keep(one: Due, outcome: FetchOutcome): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row =
        outcome.outcome === 'ok' ? await this.keepPage(tx, one, outcome) : await keepFailure(tx, one, outcome);
      if (row) await append(tx, [{ ...row, incidentId: one.incidentId, actor: 'system:response' }]);
    });
  }

  private async keepPage(
    tx: EntityManager,
    { evidenceId, at, attempts }: Due,
    { body, headers }: Fetched,
  ): Promise<Told | null> {
    const page = readPageTime(decodeBytes(body, headers['content-type'] ?? null).text);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const [, kept] = await tx.query<[unknown, number]>(
      `update link_check set outcome = 'fetched', detail = null, next_at = null, fetched_at = app_now(), sha256 = $3,
         body = $4, page_at = $5, page_precision = $6 where evidence_id = $1 and attempts = $2`,
      [evidenceId, attempts, sha256, Buffer.from(body), page?.at ?? null, page?.precision ?? null],
    );
    if (kept === 0 || !page || !differs(at, page, pageTolerance(this.settings.policy))) return null;
    const data = { evidenceId, recorded: at, page: page.at, precision: page.precision, sha256 };
    return { kind: 'evidence.page_differs', data };
  }
}

/** The first failure is told; the tries go on. */
async function keepFailure(
  tx: EntityManager,
  { evidenceId, attempts, url }: Due,
  outcome: FetchFailure | NotModified,
): Promise<Told | null> {
  const detail = ('detail' in outcome ? outcome.detail : outcome.outcome).slice(0, 500);
  const [, kept] = await tx.query<[unknown, number]>(
    `update link_check set outcome = 'unreachable', detail = $3, next_at = app_now() + $4::float8 * interval '1 second'
     where evidence_id = $1 and attempts = $2`,
    [evidenceId, attempts, detail, PAUSES_S[attempts - 1] ?? null],
  );
  return kept === 0 || attempts > 1 ? null : { kind: 'evidence.page_unreachable', data: { evidenceId, url, detail } };
}
