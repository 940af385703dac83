import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { verifyJournalCommand } from '../src/commands/verify-journal.js';
import { TAMPERINGS } from '../src/commands/bench/tamperings.js';
import { makeAnchor } from '../src/journal/anchors/make-anchor.js';
import { append } from '../src/journal/append.js';
import { JournalService } from '../src/journal/journal.service.js';
import { verifyJournal } from '../src/journal/verify-journal.js';
import { Office } from './support/office.js';

/** The journal: append-only, gap-free in the order of commits, and any altered byte is found. */
describe('the journal', () => {
  let office: Office;
  let owner: DataSource;
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  /** A row in the midst that the falsifications find something in. */
  let tampered: number;
  beforeAll(async () => {
    office = await Office.open();
    await office.post('/incidents', { title: '书店火灾', level: 'I' });
    owner = await new DataSource({ type: 'postgres', url: office.database.url }).initialize();
    await office.db.transaction(async (tx) => {
      const row = { kind: 'test.told', incidentId: null, actor: 'system:test', data: { words: '已送达' } };
      tampered = ((await append(tx, [row, row, row])) ?? 0) - 1;
    });
    const { day } = await today();
    await office.db.transaction(async (tx) => append(tx, [await makeAnchor(tx, day, 'test')]));
  });
  afterAll(async () => {
    await owner.destroy();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  const today = async () => {
    const [now] = await office.db.query<{ day: string }[]>(
      `select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
    );
    return now ?? { day: '' };
  };

  /** As somebody with the run of the database; all of it is taken back. */
  const owned = (work: (tx: EntityManager) => Promise<void>) =>
    owner
      .transaction(async (tx) => {
        await work(tx);
        throw new Error('taken back');
      })
      .catch((error: Error) => expect(error.message).toBe('taken back'));

  const verify = async (...argv: string[]) => {
    const output = new PassThrough({ encoding: 'utf8' });
    const code = await verifyJournalCommand(
      argv,
      { output, error: new PassThrough() },
      { url: office.database.url, from: '.' },
    );
    return { code, text: String(output.read()) };
  };

  it('holds', async () => {
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('cannot be changed by the running product, nor removed by its owner', async () => {
    const statements = ['journal', 'journal_anchor'].flatMap((table) => [
      `update ${table} set body = 'x'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
    ]);
    for (const sql of statements) {
      await expect(office.db.query(sql)).rejects.toMatchObject({ code: '42501' });
      await expect(asOwner(office, sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is kept by the rights of the running product alone, and by its triggers alone', async () => {
    const rights = `select has_table_privilege('huiying_app', t, 'update') or has_table_privilege('huiying_app', t, 'delete')
      or has_table_privilege('huiying_app', t, 'truncate') as any from unnest('{journal,journal_anchor}'::text[]) t`;
    expect(await office.db.query(rights)).toEqual([{ any: false }, { any: false }]);
    await owned(async (tx) => {
      await tx.query(
        'grant update, delete, truncate on journal, journal_anchor to huiying_app; set local role huiying_app',
      );
      for (const sql of ['delete from journal', 'truncate journal', 'delete from journal_anchor']) {
        await tx.query('savepoint before');
        await expect(tx.query(sql)).rejects.toThrow('never changed or removed');
        await tx.query('rollback to before');
      }
    });
  });

  it('numbers rows without a gap when transactions fail and overlap', async () => {
    const write = (fail: boolean) =>
      office.db.transaction(async (tx) => {
        await append(tx, [{ kind: 'test.row', incidentId: null, actor: 'system:test', data: { fail } }]);
        if (fail) throw new Error('rolled back');
      });
    await Promise.allSettled(Array.from({ length: 40 }, (_, n) => write(n % 3 === 0)));
    const rows = await office.journal();
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter((row) => row.kind === 'test.row')).toHaveLength(26);
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('verifies one moment of it, however much is written meanwhile', async () => {
    const journal = new JournalService(office.db);
    let writing = true;
    const write = async () => {
      for (let n = 0; writing; n += 1) {
        await office.db.transaction((tx) =>
          append(tx, [{ kind: 'test.row', incidentId: null, actor: 'system:test', data: { n } }]),
        );
      }
    };
    const writers = [write(), write()];
    const found = [];
    for (let n = 0; n < 25; n += 1) found.push((await journal.verify()).firstBad);
    writing = false;
    await Promise.all(writers);
    expect(found).toEqual(Array(25).fill(null));
  });

  it.each(Object.keys(TAMPERINGS))('finds it: %s', async (name) => {
    expect(await verify()).toMatchObject({ code: 0 });
    await owned(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await TAMPERINGS[name]?.(tx, tampered);
      const { firstBad, anchors } = await verifyJournal(tx);
      expect(firstBad ?? anchors.bad[0]).toBeDefined();
    });
  });

  it('says at which row, and what a deposited anchor shows', async () => {
    const [kept] = await office.db.query<{ body: string }[]>('select body from journal_anchor');
    const file = join(folder, 'deposited.json');
    writeFileSync(file, kept?.body ?? '');
    expect(await verify('--anchor', file)).toMatchObject({ code: 0, text: expect.stringContaining('存证文件相符') });
    writeFileSync(file, (kept?.body ?? '').replace('"productVersion": "test"', '"productVersion": "1"'));
    expect(await verify('--anchor', file)).toMatchObject({ code: 1, text: expect.stringContaining('不是同一份') });
    writeFileSync(file, 'no anchor');
    expect(await verify('--anchor', file)).toMatchObject({ code: 1, text: expect.stringContaining('无法读取') });
    expect(await verify('--anker', file)).toMatchObject({ code: 2 });
    await asOwner(
      office,
      `set session_replication_role = replica; update journal set actor = 'x' where seq = ${tampered}`,
    );
    const { code, text } = await verify();
    expect([code, text]).toEqual([1, expect.stringContaining(`审计链在第 ${tampered} 行断裂`)]);
  });
});

async function asOwner(office: Office, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: office.database.url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
