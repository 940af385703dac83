import { ConflictException, Injectable, UnauthorizedException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IntakeReceipt } from '../../contract/intake.js';
import { type FreshArticle, storeArticles, storedIds } from '../article-store.js';
import { keepEvidence } from '../evidence/keep-evidence.js';
import { packBody } from '../evidence/packed-body.js';
import { type Pace, paceAfter } from '../visiting/publishing-pace.js';
import {
  type CallSignature,
  isSigned,
  isTimely,
  readSignature,
  SIGNATURE_HEADER,
} from '../../access/call-signature.js';
import { readCall, type SentItem } from './read-call.js';

/** A call as it came. The body is read only when the rest is in order. */
export interface IntakeCall {
  intakeId: string;
  headers: Record<string, string | string[] | undefined>;
  body: () => Promise<Buffer>;
}

/** A call that is known to come from the service. */
interface ProvenCall {
  intakeId: string;
  secret: string;
  signature: CallSignature;
  headers: Record<string, string>;
  bytes: Buffer;
  now: Date;
}

/** When the service last sent something new, and how often it does. */
type Heard = Pace & { lastNewAt: Date | null };

/** Headers kept as evidence: who says to have sent what. */
const KEPT_HEADERS = ['content-type', 'user-agent', SIGNATURE_HEADER];

/** Takes in what monitoring services send. */
@Injectable()
export class IntakeCalls {
  constructor(private readonly db: DataSource) {}

  /**
   * Stores the articles of one call, all in one transaction, each once.
   * @throws UnauthorizedException alike for an unknown or revoked intake, a stale time and a signature that does not fit
   * @throws ConflictException when this very call came before
   */
  async receive(call: IntakeCall): Promise<IntakeReceipt[]> {
    const proven = await this.prove(call);
    const items = await readCall(proven.bytes, proven.now);
    const articles = distinct(items);
    const known = await storedIds(this.db.manager, call.intakeId, [...articles.keys()]);
    const fresh = [...articles.values()].filter(({ itemKey }) => !known.has(itemKey));
    const body = fresh.length > 0 ? await packBody(proven.bytes) : null;
    return this.db.transaction(async (tx) => {
      const heard = await claimCall(tx, proven);
      const { intakeId: sourceId, headers, now: fetchedAt } = proven;
      const capture = { sourceId, url: null, status: null, headers, fetchedAt };
      const bodyId = body && (await keepEvidence(tx, { ...capture, body }));
      const added = await storeArticles(tx, { sourceId, bodyId, fetchedAt }, fresh);
      const missing = fresh.map(({ itemKey }) => itemKey).filter((key) => !added.has(key));
      const stored = new Map([...known, ...(await storedIds(tx, sourceId, missing))]);
      await countReceived(tx, sourceId, added.size, paceOf(heard, fetchedAt));
      return receiptsOf(items, added, stored);
    });
  }

  private async prove({ intakeId, headers, body }: IntakeCall): Promise<ProvenCall> {
    const signature = readSignature(headers[SIGNATURE_HEADER]);
    const [intake] = await this.db.query<{ secret: string; now: Date }[]>(
      'select secret, app_now() as now from intake where id = $1 and revoked_at is null',
      [intakeId],
    );
    if (!signature || !intake || !isTimely(signature, intake.now)) throw notProven();
    const bytes = await body();
    if (!isSigned(signature, intake.secret, bytes)) throw notProven();
    const kept = KEPT_HEADERS.map((name) => [name, String(headers[name] ?? '')]);
    return { intakeId, ...intake, signature, headers: Object.fromEntries(kept) as Record<string, string>, bytes };
  }
}

function notProven(): UnauthorizedException {
  return new UnauthorizedException(
    '签名不符、已过期或接入已停用：请核对编号、密钥和时钟 · the signature does not fit, is too old, or the intake was revoked: check id, secret and clock',
  );
}

/** Each article once, by its key. */
function distinct(items: SentItem[]): Map<string, FreshArticle> {
  const articles = items.flatMap((item) => ('article' in item ? [item.article] : []));
  const byKey = new Map<string, FreshArticle>();
  for (const article of articles) if (!byKey.has(article.itemKey)) byKey.set(article.itemKey, article);
  return byKey;
}

/** Writes down the signature, which makes the call the only one of its kind, and looks once more whether the secret is still good. */
async function claimCall(tx: EntityManager, { intakeId, secret, signature }: ProvenCall): Promise<Heard> {
  const [heard] = await tx.query<Heard[]>(
    `select s.last_new_at as "lastNewAt", s.learned_seconds as "learnedSeconds", s.longest_gap_seconds as "longestGapSeconds"
     from intake i join source s on s.id = i.id where i.id = $1 and i.secret = $2 and i.revoked_at is null for update`,
    [intakeId, secret],
  );
  if (!heard) throw notProven();
  const claimed = await tx.query<object[]>(
    'insert into intake_call (intake_id, signature) values ($1, $2) on conflict do nothing returning signature',
    [intakeId, signature.code],
  );
  if (claimed.length === 0) {
    throw new ConflictException(
      '这次调用已经收到过 · this very call was received before: sign a new one with the present time',
    );
  }
  return heard;
}

const FORGET_CALLS = `
  delete from intake_call where ctid = any(array(
    select ctid from intake_call where at < app_now() - interval '15 minutes' limit 5000 for update skip locked))`;

/** How often the service sends something new, learned as of sources that are visited. */
function paceOf(heard: Heard, now: Date): Pace {
  const gap = heard.lastNewAt ? (now.getTime() - heard.lastNewAt.getTime()) / 1_000 : 0;
  return gap > 0 ? paceAfter(heard, gap) : heard;
}

/** A signature is good for ten minutes at most, so that older ones can be forgotten. */
async function countReceived(tx: EntityManager, id: string, added: number, pace: Pace): Promise<void> {
  await tx.query(FORGET_CALLS);
  await tx.query(
    `with counted as (
       update intake set received = received + $2, last_received_at = app_now() where id = $1
     ), heard as (
       update source set last_ok_at = app_now() where id = $1 and $2 = 0
     ) update source set last_ok_at = app_now(), last_new_at = app_now(), learned_seconds = $3, longest_gap_seconds = $4
       where id = $1 and $2 > 0`,
    [id, added, pace.learnedSeconds, pace.longestGapSeconds],
  );
}

function receiptsOf(items: SentItem[], added: Map<string, string>, stored: Map<string, string>): IntakeReceipt[] {
  const told = new Set<string>();
  return items.map((item, index): IntakeReceipt => {
    if ('refused' in item) return { index, status: 'refused', reason: item.refused };
    const key = item.article.itemKey;
    const isNew = added.has(key) && !told.has(key);
    told.add(key);
    const articleId = added.get(key) ?? stored.get(key);
    const note = item.note === undefined ? {} : { reason: item.note };
    return { index, status: isNew ? 'accepted' : 'known', ...(articleId && { articleId }), ...note };
  });
}
