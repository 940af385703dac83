import { PassThrough } from 'node:stream';
import pg from 'pg';
import { verifyJournalCommand } from '../src/commands/verify-journal.js';
import { append } from '../src/journal/append.js';
import { JournalService } from '../src/journal/journal.service.js';
import { Office } from './support/office.js';

/** The journal: append-only, gap-free in the order of commits, and any altered byte is found. */
describe('the journal', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    await office.post('/incidents', { title: '书店火灾', level: 'I' });
  });
  afterAll(() => office.close());

  const verify = async () => {
    const output = new PassThrough({ encoding: 'utf8' });
    const code = await verifyJournalCommand({ output, error: new PassThrough() }, office.database.url);
    return { code, text: String(output.read()) };
  };

  it('holds', async () => {
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('cannot be changed by the running product, nor removed by its owner', async () => {
    for (const sql of [`update journal set kind = 'x'`, 'delete from journal', 'truncate journal']) {
      await expect(office.db.query(sql)).rejects.toMatchObject({ code: '42501' });
      await expect(asOwner(office, sql)).rejects.toMatchObject({ code: '42501' });
    }
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

  it('finds one altered byte, one altered column and one missing row', async () => {
    await tampered(office, `update journal set body = replace(body, '书店', '书城') where kind = 'incident.opened'`);
    const byte = await verify();
    expect(byte.code).toBe(1);
    expect(byte.text).toMatch(/第 \d+ 行/);
    await tampered(office, `update journal set body = replace(body, '书城', '书店') where kind = 'incident.opened'`);
    expect(await verify()).toMatchObject({ code: 0 });
    await tampered(office, `update journal set kind = 'incident.closed' where kind = 'incident.opened'`);
    expect(await verify()).toMatchObject({ code: 1 });
    await tampered(office, `update journal set kind = 'incident.opened' where kind = 'incident.closed'`);
    await tampered(office, 'delete from journal where seq = (select max(seq) from journal)');
    expect((await verify()).text).toContain('missing');
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

/** What somebody with the run of the database could do. */
function tampered(office: Office, sql: string): Promise<void> {
  return asOwner(office, `set session_replication_role = replica; ${sql}`);
}
