import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Attachment, AttachmentList } from '../src/contract/attachment.js';
import type { IncidentView } from '../src/contract/incident.js';
import type { Problem } from '../src/contract/problem.js';
import { Office } from './support/office.js';

const PDF = Buffer.from('%PDF-1.7\n情况说明');
const sha256 = createHash('sha256').update(PDF).digest('hex');

describe('files beside a case', () => {
  let office: Office;
  let film: string;
  let other: string;
  let keeper: string;
  let id: string;
  let count = 0;
  beforeAll(async () => {
    office = await Office.open();
    film = await office.employs('film', 'bureau_officer', 'FILM');
    other = await office.employs('other', 'bureau_officer', 'COPYRIGHT');
    keeper = await office.employs('keeper', 'duty_officer');
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    id = await opens();
  });

  async function opens(): Promise<string> {
    const wish = { title: `影院坠物第${(count += 1)}件`, level: 'II', lead: 'FILM', co: [], text: '' };
    return (await office.post<IncidentView>('/incidents', wish)).body.id;
  }
  async function sends(body: Buffer, name = '情况说明.pdf', cookie = film, query = '') {
    const address = `${office.address}/api/v1/incidents/${id}/attachments?name=${encodeURIComponent(name)}${query}`;
    const headers = { cookie, 'content-type': 'application/octet-stream' };
    const answer = await fetch(address, { method: 'POST', headers, body: new Uint8Array(body) });
    return { status: answer.status, body: (await answer.json()) as Attachment & Problem };
  }
  const list = (cookie = film) => office.get<AttachmentList>(`/incidents/${id}/attachments`, cookie);

  it('a bureau puts one beside its case; it comes back byte by byte, as a download and nothing else', async () => {
    const { status, body } = await sends(PDF);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '情况说明.pdf', type: 'pdf', bytes: PDF.length, sha256, recordId: null });
    const answer = await office.fetch(`/attachments/${body.id}`, film);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="attachment-${sha256.slice(0, 16)}.pdf"; filename*=UTF-8''${encodeURIComponent('情况说明.pdf')}`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const row = (await office.journal()).find((one) => one.kind === 'attachment.added');
    expect(row).toMatchObject({ incidentId: id, data: { attachmentId: body.id, sha256, bytes: PDF.length } });
    expect(JSON.stringify(row)).not.toContain('情况说明');
  });

  it('the same file sent again, from a phone that saw no answer, is the one that is there', async () => {
    const [one, again] = [await sends(PDF), await sends(PDF)];
    expect([again.status, again.body.id]).toEqual([201, one.body.id]);
    expect((await list()).items).toHaveLength(1);
  });

  it('belongs to a record of its own case and of no other', async () => {
    const record = {
      counterpart: 'police',
      unit: '市公安局',
      by: 'phone',
      content: '线索',
      at: '2026-11-22T10:00:00Z',
    };
    const made = await office.post<{ records: { id: string }[] }>(`/incidents/${id}/records/liaison`, { body: record });
    const recordId = made.body.records[0]?.id ?? '';
    expect((await sends(PDF, 'a.pdf', film, `&record=${recordId}`)).body.recordId).toBe(recordId);
    id = await opens();
    expect((await sends(PDF, 'a.pdf', film, `&record=${recordId}`)).status).toBe(422);
  });

  it.each([
    ['a page with the name of a paper', Buffer.from('<html><script>x()</script>'), 415],
    ['a program', Buffer.from([0x4d, 0x5a, 0, 0]), 415],
    ['nothing', Buffer.alloc(0), 415],
    ['more than the policy allows', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]), 413],
  ])('%s is refused and leaves nothing', async (_, body, status) => {
    const refused = await sends(body);
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringMatching(/\p{Script=Han}/u)]);
    expect((await list()).items).toEqual([]);
  });

  it('another bureau neither adds, nor lists, nor reads; a restricted matter is closed to the desk too', async () => {
    const { body } = await sends(PDF);
    expect((await sends(PDF, 'a.pdf', other)).status).toBe(404);
    expect((await office.fetch(`/incidents/${id}/attachments`, other)).status).toBe(404);
    expect((await office.fetch(`/attachments/${body.id}`, other)).status).toBe(404);
    const desk = await office.employs('desk', 'duty_officer');
    expect((await office.fetch(`/attachments/${body.id}`, desk)).status).toBe(200);
    const { id: self } = await office.get<{ id: string }>('/session', keeper);
    const limit = { people: [self], reason: '涉及举报人信息' };
    expect((await office.post(`/incidents/${id}/restrict`, limit, keeper)).status).toBe(200);
    expect((await office.fetch(`/attachments/${body.id}`, keeper)).status).toBe(200);
    expect((await office.fetch(`/attachments/${body.id}`, desk)).status).toBe(404);
    expect((await office.fetch(`/attachments/${body.id}`, film)).status).toBe(404);
  });

  it('is marked for what it holds of persons: by its sender, or by its words', async () => {
    expect((await sends(PDF)).body.personal).toBe(false);
    expect((await sends(Buffer.concat([PDF, PDF]), 'b.pdf', film, '&personal=true')).body.personal).toBe(true);
    expect((await sends(Buffer.from('联系人电话13912345678'), 'c.txt')).body.personal).toBe(true);
  });

  it('a full disk is told as what it is, and nothing is half kept', async () => {
    const owner = await new DataSource({ type: 'postgres', url: office.database.url }).initialize();
    await owner.query(`
      create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger full_disk after insert on attachment for each row execute function full_disk()`);
    const refused = await sends(PDF);
    await owner.query('drop trigger full_disk on attachment; drop function full_disk');
    await owner.destroy();
    expect([refused.status, refused.body.title]).toEqual([507, '存储空间已满 · No room left']);
    expect((await list()).items).toEqual([]);
    const told = (await office.journal()).filter((one) => one.kind === 'attachment.added' && one.incidentId === id);
    expect(told).toEqual([]);
  });

  it('the row is never changed or taken away', async () => {
    const { body } = await sends(PDF);
    for (const sql of [`update attachment set name = 'x'`, 'delete from attachment', 'truncate attachment'])
      await expect(office.db.query(sql)).rejects.toThrow(/a file on record|permission denied/);
    expect((await list()).items.map((one) => one.id)).toEqual([body.id]);
  });
});

describe('what a case may hold of files', () => {
  let office: Office;
  let count = 0;
  let id: string;
  beforeAll(async () => {
    office = await Office.open({ attachments: { caseFiles: 3, caseMegabytes: 1 } });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    id = (await office.post<IncidentView>('/incidents', { title: `影院坠物第${(count += 1)}件` })).body.id;
  });

  async function sends(size: number) {
    const body = new Uint8Array(Buffer.concat([PDF, Buffer.alloc(size)]));
    const headers = {
      cookie: await office.signIn('admin', 'test-office-password'),
      'content-type': 'application/octet-stream',
    };
    const answer = await fetch(`${office.address}/api/v1/incidents/${id}/attachments?name=a.pdf`, {
      ...{ method: 'POST', headers, body },
    });
    return { status: answer.status, detail: ((await answer.json()) as Problem).detail };
  }

  it('is so many, sent at once too; the same one again is none more', async () => {
    const all = await Promise.all([1, 2, 3, 4].map((size) => sends(size)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
    expect(all.find(({ status }) => status === 409)?.detail).toContain('已满 3 份');
    const kept = all.findIndex(({ status }) => status === 201) + 1;
    expect((await sends(kept)).status).toBe(201);
  });

  it('is so many bytes together', async () => {
    expect((await sends(600 * 1024)).status).toBe(201);
    const refused = await sends(601 * 1024);
    expect([refused.status, refused.detail]).toEqual([409, expect.stringContaining('合计不得超过 1 MB')]);
    expect(await office.get<AttachmentList>(`/incidents/${id}/attachments`)).toMatchObject({ mostFiles: 3 });
    expect((await office.get<AttachmentList>(`/incidents/${id}/attachments`)).items).toHaveLength(1);
  });
});
