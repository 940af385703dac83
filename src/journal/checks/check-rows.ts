import type { EntityManager } from 'typeorm';
import type { CheckResult, JournalCheck } from '../../contract/journal.js';

/** A running check says so at least so often, s; one that has been silent for longer is lost. */
const SILENT_S = 60;
/** How many of the last ones are shown. */
const SHOWN = 10;

interface Row {
  id: number;
  askedBy: string;
  askedAt: Date;
  from: number;
  to: number;
  checked: number;
  isSilent: boolean;
  endedAt: Date | null;
  result: CheckResult | null;
}

const COLUMNS = `id::float8 as id, asked_by as "askedBy", asked_at as "askedAt", from_seq::float8 as "from", to_seq::float8 as "to",
  checked_seq::float8 as checked, beat_at < app_now() - interval '${SILENT_S} seconds' as "isSilent", ended_at as "endedAt", result`;

export async function lastChecks(db: EntityManager): Promise<JournalCheck[]> {
  const rows = await db.query<Row[]>(`select ${COLUMNS} from journal_check order by id desc limit ${SHOWN}`);
  return rows.map(checkOf);
}

/** The one under way over exactly these rows, whoever asked for it. */
export async function underWay(db: EntityManager, from: number, to: number): Promise<JournalCheck | null> {
  const running = (await lastChecks(db)).find(({ state }) => state === 'running');
  return running?.from === from && running.to === to ? running : null;
}

export async function begin(db: EntityManager, askedBy: string, from: number, to: number): Promise<JournalCheck> {
  const [row] = await db.query<Row[]>(
    `insert into journal_check (asked_by, from_seq, to_seq, checked_seq) values ($1, $2::bigint, $3, $2::bigint - 1) returning ${COLUMNS}`,
    [askedBy, from, to],
  );
  if (!row) throw new Error('the check was not stored');
  return checkOf(row);
}

export async function goOn(db: EntityManager, id: number, checked: number): Promise<void> {
  await db.query('update journal_check set checked_seq = $2, beat_at = app_now() where id = $1', [id, checked]);
}

export async function end(db: EntityManager, id: number, result: CheckResult): Promise<void> {
  await db.query('update journal_check set ended_at = app_now(), result = $2 where id = $1', [
    id,
    JSON.stringify(result),
  ]);
}

function checkOf({ isSilent, ...row }: Row): JournalCheck {
  const state = row.endedAt ? 'done' : isSilent ? 'lost' : 'running';
  return { ...row, state, askedAt: row.askedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}
