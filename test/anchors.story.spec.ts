import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { verifyJournalCommand } from '../src/commands/verify-journal.js';
import type { Readiness } from '../src/contract/health.js';
import { type Anchor, digestOf, readAnchor } from '../src/journal/anchors/anchor.js';
import { DailyAnchor } from '../src/watch/anchoring/daily-anchor.js';
import { Office } from './support/office.js';

/** 每日存证: what the journal was at the end of each day, once a day, kept as a row and as a file. */
describe('daily anchors', () => {
  let office: Office;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anchors-'));
    office = await Office.open({ env: { DATA_DIR: folder } });
    await office.clock.travelTo('2026-11-22T20:00:00+08:00');
    await office.post('/incidents', { title: '书店火灾', level: 'I' });
  });
  afterEach(async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const anchors = (): string => join(folder, 'anchors');
  const beat = () => office.part(DailyAnchor).beat();
  const kept = (): Promise<{ day: string; body: string; digest: string; fault: string | null }[]> =>
    office.db.query('select day, body, digest, fault from journal_anchor order by day');
  const read = (day: string): Anchor => {
    const anchor = readAnchor(readFileSync(join(anchors(), `huiying-journal-${day}.json`), 'utf8'));
    if (!anchor) throw new Error(`${day} cannot be read`);
    return anchor;
  };
  const anchorCheck = async () => {
    const { checks } = (await (await fetch(`${office.address}/health/ready`)).json()) as Readiness;
    return checks.find(({ name }) => name === 'anchors');
  };
  const verify = async () => {
    const output = new PassThrough({ encoding: 'utf8' });
    const io = { output, error: new PassThrough() };
    const code = await verifyJournalCommand([], io, { url: office.database.url, from: '.', anchors: anchors() });
    return { code, text: String(output.read()) };
  };

  it('are made once a day, at its end in Beijing, however many ask', async () => {
    await beat();
    const [first] = await kept();
    expect(first).toMatchObject({ day: '2026-11-21' });
    await office.clock.travelTo('2026-11-22T23:59:58+08:00');
    expect(await beat()).toEqual([]);
    await office.clock.travelTo('2026-11-23T00:00:01+08:00');
    const rows = (await office.journal()).length;
    expect((await Promise.all([beat(), beat(), beat()])).flat()).toEqual(['2026-11-22']);
    expect(readdirSync(anchors())).toEqual(['huiying-journal-2026-11-21.json', 'huiying-journal-2026-11-22.json']);
    const second = read('2026-11-22');
    expect(second).toMatchObject({ timeZone: 'Asia/Shanghai', lastSeq: rows, previousDigest: first?.digest });
    expect(second.headHash).toMatch(/^[\da-f]{64}$/);
    expect(await office.journal()).toHaveLength(rows + 1);
    expect(await verify()).toMatchObject({ code: 0, text: expect.stringContaining('每日存证 2 份') });
  });

  it('are caught up with after days away, one for each, and cover every row once', async () => {
    await beat();
    await office.clock.travelTo('2026-11-26T09:00:00+08:00');
    expect(await beat()).toEqual(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']);
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(read);
    expect(days.map(({ rows, firstSeq }) => [rows > 0, firstSeq !== null])).toEqual(
      [false, true, false, false, false].map((some) => [some, some]),
    );
    for (const [index, day] of days.entries()) expect(day.lastSeq - day.rows).toBe(days[index - 1]?.lastSeq ?? 0);
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('leave a file that is its row byte for byte, and nothing half-written', async () => {
    await beat();
    const [row] = await kept();
    const path = join(anchors(), 'huiying-journal-2026-11-21.json');
    expect(readFileSync(path, 'utf8')).toBe(row?.body);
    expect(digestOf(row?.body ?? '')).toBe(row?.digest);
    expect(statSync(path).mode & 0o007).toBe(0);
    expect(readdirSync(anchors())).toHaveLength(1);
  });

  it('keep the row where no file can be written, say so, and try again', async () => {
    writeFileSync(anchors(), 'a file where the folder ought to be');
    expect(await beat()).toEqual(['2026-11-21']);
    expect((await kept())[0]?.fault).toMatch(/EEXIST|ENOTDIR/);
    expect(await anchorCheck()).toEqual({
      name: 'anchors',
      ok: true,
      detail: expect.stringContaining('1 份每日存证没有文件'),
    });
    rmSync(anchors());
    await beat();
    expect(await anchorCheck()).toEqual({ name: 'anchors', ok: true });
    expect(read('2026-11-21').day).toBe('2026-11-21');
  });

  it('never overwrite a file that says something else', async () => {
    mkdirSync(anchors());
    chmodSync(anchors(), 0o750);
    const path = join(anchors(), 'huiying-journal-2026-11-21.json');
    writeFileSync(path, '{}');
    await beat();
    expect(readFileSync(path, 'utf8')).toBe('{}');
    expect((await kept())[0]?.fault).toContain('已存在且内容不同');
    expect(await verify()).toMatchObject({ code: 1, text: expect.stringContaining('存证文件不符') });
  });
});
