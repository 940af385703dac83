import type { EntityManager } from 'typeorm';
import { GENESIS, link } from '../../journal/chain.js';

/** One way in which somebody with the run of the database could falsify the journal, at the row `seq`. */
type Tampering = (tx: EntityManager, seq: number) => Promise<unknown>;

const alter: Tampering = (tx, seq) =>
  tx.query(`update journal set body = replace(body, '已送达', '未送达') where seq = $1`, [seq]);

const replaceWithRightHash: Tampering = async (tx, seq) => {
  await alter(tx, seq);
  await rehash(tx, seq, seq);
};

/** Every hash from a row on is made anew, and the head: the chain fits itself. */
async function rehash(tx: EntityManager, from: number, to: number): Promise<string> {
  const [before] = await tx.query<{ hash: string }[]>('select hash from journal where seq = $1', [from - 1]);
  let hash = before?.hash ?? GENESIS;
  const rows = await tx.query<{ seq: string; body: string }[]>(
    'select seq, body from journal where seq between $1 and $2 order by seq',
    [from, to],
  );
  const hashes = rows.map(({ body }) => (hash = link(hash, body)));
  await tx.query(
    'update journal j set hash = t.hash from unnest($1::bigint[], $2::text[]) as t (seq, hash) where j.seq = t.seq',
    [rows.map(({ seq }) => seq), hashes],
  );
  return hash;
}

export const TAMPERINGS: Record<string, Tampering> = {
  'one row altered': alter,
  'one row altered, its own hash made right': replaceWithRightHash,
  'one column altered': (tx, seq) => tx.query(`update journal set actor = 'system:nobody' where seq = $1`, [seq]),
  'one row removed': (tx, seq) => tx.query('delete from journal where seq = $1', [seq]),
  'two rows changed places': (tx, seq) =>
    tx.query(
      'update journal a set body = b.body, hash = b.hash from journal b where a.seq in ($1::bigint, $1::bigint + 1) and b.seq = 2 * $1::bigint + 1 - a.seq',
      [seq],
    ),
  'one row slipped in behind the last, its hash right': async (tx) => {
    const [last] = await tx.query<{ seq: string; hash: string; body: string }[]>(
      'select * from journal order by seq desc limit 1',
    );
    if (!last) throw new Error('the journal is empty');
    const seq = Number(last.seq) + 1;
    const body = last.body.replace(`"seq":${last.seq}`, `"seq":${seq}`);
    await tx.query(
      `insert into journal select $1::bigint, at, kind, incident_id, actor, $2, $3 from journal where seq = $4`,
      [seq, body, link(last.hash, body), last.seq],
    );
  },
  'the last row removed': (tx) => tx.query('delete from journal where seq = (select max(seq) from journal)'),
  'the tail cut off, the head moved back': async (tx, seq) => {
    await tx.query('delete from journal where seq > $1', [seq]);
    await tx.query('update journal_head h set seq = j.seq, hash = j.hash from journal j where j.seq = $1', [seq]);
  },
  'one row altered, all hashes after it and the head made anew': async (tx, seq) => {
    await alter(tx, seq);
    const [last] = await tx.query<{ seq: string }[]>('select max(seq) as seq from journal');
    await tx.query('update journal_head set hash = $1', [await rehash(tx, seq, Number(last?.seq))]);
  },
  'one anchor altered': (tx) =>
    tx.query(
      `update journal_anchor set body = replace(body, '"rows": ', '"rows": 1') where day = (select max(day) from journal_anchor)`,
    ),
  'one anchor removed': (tx) =>
    tx.query('delete from journal_anchor where day = (select max(day) from journal_anchor)'),
};
