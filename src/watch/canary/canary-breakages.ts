import type { EntityManager } from 'typeorm';
import { type BrokenStage, brokenBy, type Breakage, type CanaryHistory } from '../../domain/canary.js';

/** How long after a failed attempt the operators are told again, and how often while it lasts, s. */
const RETRY_S = 60;
const REPEAT_S = 3_600;

/** A time at which the chain was broken; `endedAt` null: it still is. */
export interface StoredBreakage extends Breakage {
  id: string;
  namedAt: Date;
  endedAt: Date | null;
}

/** What the operators are to be told of. */
export interface DueCall extends StoredBreakage {
  /** They have heard of it before. */
  told: boolean;
}

const COLUMNS = `id, stage, since, named_at as "namedAt", ended_at as "endedAt"`;

export async function openBreakage(db: EntityManager): Promise<StoredBreakage | null> {
  const [row] = await db.query<StoredBreakage[]>(`select ${COLUMNS} from canary_breakage where ended_at is null`);
  return row ?? null;
}

/** Brings the breakages up to date with the runs: one begins, moves to another stage, or ends with the first run that comes through. */
export async function noteBreakage(tx: EntityManager, history: CanaryHistory, periodMs: number): Promise<void> {
  const open = await openBreakage(tx);
  if (open && history.lastCompleteAt && history.lastCompleteAt > open.namedAt) return endBreakage(tx, open);
  const found = brokenBy(history, periodMs);
  if (!found) return;
  if (!open) await beginBreakage(tx, found);
  else if (open.stage !== found.stage) await moveBreakage(tx, open.id, found.stage);
}

/** The breakages of which the operators are due to hear, each claimed by one process only. */
export async function claimCalls(db: EntityManager): Promise<DueCall[]> {
  const [rows] = await db.query<[DueCall[], number]>(
    `update canary_breakage set tell_at = app_now() + make_interval(secs => $1) where tell_at <= app_now()
     returning ${COLUMNS}, told_at is not null as told`,
    [RETRY_S],
  );
  return rows;
}

/** They have heard: once more in an hour while it lasts. */
export async function noteTold(db: EntityManager, { id, endedAt }: DueCall): Promise<void> {
  await db.query(
    `update canary_breakage set told_at = app_now(),
       tell_at = case when $2 then null when ended_at is null then app_now() + make_interval(secs => $3) else app_now() end
     where id = $1`,
    [id, endedAt !== null, REPEAT_S],
  );
}

async function beginBreakage(tx: EntityManager, { stage, since }: Breakage): Promise<void> {
  await tx.query(
    `insert into canary_breakage (stage, since, named_at, tell_at) values ($1, $2, app_now(), app_now())`,
    [stage, since],
  );
}

async function moveBreakage(tx: EntityManager, id: string, stage: BrokenStage): Promise<void> {
  await tx.query('update canary_breakage set stage = $2, tell_at = app_now() where id = $1', [id, stage]);
}

/** Who heard of it hears of its end; the time between the last success and this one is kept as blind. */
async function endBreakage(tx: EntityManager, { id, namedAt, since }: StoredBreakage): Promise<void> {
  const [[ended]] = await tx.query<[{ at: Date }[], number]>(
    `update canary_breakage set tell_at = case when told_at is not null then app_now() end,
       ended_at = (select min(complete_at) from canary_run where complete_at > $2)
     where id = $1 returning ended_at as at`,
    [id, namedAt],
  );
  if (!ended || ended.at <= since) return;
  await tx.query(`insert into blind_interval (cause, since, until) values ('canary', $1, $2)`, [since, ended.at]);
}
