import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncidentView } from '../src/contract/incident.js';
import type {
  AnchorPage,
  JournalCheck,
  JournalFacets,
  JournalRowPage,
  JournalStanding,
} from '../src/contract/journal.js';
import { append } from '../src/journal/append.js';
import { JournalChecks } from '../src/journal/checks/journal-checks.js';
import { DailyAnchor } from '../src/watch/anchoring/daily-anchor.js';
import { Office } from './support/office.js';

const folder = mkdtempSync(join(tmpdir(), 'journal-page-'));
let office: Office;
let auditor: string;
let fire: IncidentView;
let quarrel: IncidentView;

beforeAll(async () => {
  office = await Office.open({ env: { DATA_DIR: folder } });
  await office.clock.travelTo('2026-11-20T10:00:00+08:00');
  auditor = await office.employs('qian', 'auditor');
  fire = (await office.post<IncidentView>('/incidents', { title: '书店火灾', level: 'I' })).body;
  await office.clock.travelTo('2026-11-21T10:00:00+08:00');
  quarrel = (await office.post<IncidentView>('/incidents', { title: '内部纠纷', level: 'II' })).body;
  const [me] = await office.db.query<{ id: string }[]>(`select id from account where username = 'admin'`);
  const restrict = { version: quarrel.version, reason: '涉及个人隐私', people: [me?.id] };
  expect((await office.post(`/incidents/${quarrel.id}/restrict`, restrict)).status).toBeLessThan(300);
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

const rows = (query = '', cookie = auditor) => office.get<JournalRowPage>(`/journal/rows?${query}`, cookie);
const kinds = async (query: string) => [...new Set((await rows(query)).items.map(({ kind }) => kind))];

describe('the journal as a page', () => {
  it('shows the newest first, each with its text and hashes', async () => {
    const { items, newer } = await rows();
    expect(items.map(({ seq }) => seq)).toEqual(items.map(({ seq }) => seq).sort((a, b) => b - a));
    expect(newer).toBeNull();
    const opened = items.find(({ kind, incidentId }) => kind === 'incident.opened' && incidentId === fire.id);
    expect(opened?.number).toBe(fire.number);
    const hash = createHash('sha256').update(`${opened?.previousHash}\n${opened?.body}`).digest('hex');
    expect(opened?.hash).toBe(hash);
  });

  it('pages both ways without losing or doubling a row', async () => {
    const all = (await rows('limit=200')).items.map(({ seq }) => seq);
    const down: number[] = [];
    let page = await rows('limit=3');
    down.push(...page.items.map(({ seq }) => seq));
    while (page.older !== null) {
      page = await rows(`limit=3&before=${page.older}`);
      down.push(...page.items.map(({ seq }) => seq));
    }
    expect(down).toEqual(all);
    const up = page.items.map(({ seq }) => seq);
    while (page.newer !== null) {
      page = await rows(`limit=3&after=${page.newer}`);
      up.unshift(...page.items.map(({ seq }) => seq));
    }
    expect(up).toEqual(all);
  });

  it('is narrowed by kind, group of kinds, person, case, number and time', async () => {
    expect(await kinds('kind=incident.opened')).toEqual(['incident.opened']);
    expect((await kinds('kind=person')).every((kind) => kind.startsWith('person.'))).toBe(true);
    expect((await rows(`incident=${fire.id}`)).items.every(({ incidentId }) => incidentId === fire.id)).toBe(true);
    const number = fire.number.slice(-4).toLowerCase();
    expect((await rows(`number=${number}`)).items.map((row) => row.number)).toContain(fire.number);
    const [me] = await office.db.query<{ id: string }[]>(`select id from account where username = 'admin'`);
    expect((await rows(`actor=${me?.id}`)).items.every(({ actor }) => actor === me?.id)).toBe(true);
    expect((await rows('actor=system')).items.every(({ actor }) => actor.startsWith('system:'))).toBe(true);
    const day = await rows(
      `from=${encodeURIComponent('2026-11-20T00:00:00+08:00')}&to=${encodeURIComponent('2026-11-21T00:00:00+08:00')}`,
    );
    expect(day.items.length).toBeGreaterThan(0);
    expect(day.items.every(({ at }) => at.startsWith('2026-11-20'))).toBe(true);
    expect((await rows('kind=incident.merged')).items).toEqual([]);
  });

  it('leaves the self-checks out unless they are asked for', async () => {
    const row = { kind: 'canary.fired', incidentId: null, actor: 'system:watch', data: {} };
    await office.db.transaction((tx) => append(tx, [row]));
    expect(await kinds('')).not.toContain('canary.fired');
    expect(await kinds('selfChecks=true')).toContain('canary.fired');
    expect(await kinds('kind=canary.fired')).toEqual(['canary.fired']);
  });

  it('says nothing of a matter restricted to others, and lets nobody find it by what its rows say', async () => {
    const { items } = await rows('limit=200');
    const hidden = items.filter(({ kind }) => kind === 'restricted');
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) {
      expect(row).toMatchObject({
        incidentId: null,
        number: null,
        body: null,
        hash: null,
        previousHash: null,
        data: {},
      });
    }
    expect(JSON.stringify(items)).not.toContain(quarrel.id);
    for (const query of [`incident=${quarrel.id}`, `number=${quarrel.number}`, 'kind=incident.restricted']) {
      expect((await rows(query)).items).toEqual([]);
    }
    expect((await office.get<JournalRowPage>(`/journal/rows?incident=${quarrel.id}`)).items.length).toBeGreaterThan(0);
  });

  it('offers what there is to filter by', async () => {
    const facets = await office.get<JournalFacets>('/journal/facets', auditor);
    expect(facets.kinds).toEqual(expect.arrayContaining(['incident.opened', 'account.created']));
    expect(facets.actors).toEqual(expect.arrayContaining([{ id: expect.any(String), name: '管理员' }]));
    expect(new Set(facets.kinds).size).toBe(facets.kinds.length);
  });
});

describe('an export of the journal', () => {
  const exported = async (filter: object, cookie = auditor) => {
    const answer = await fetch(`${office.address}/api/v1/journal/exports`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(filter),
    });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('holds the filtered rows, and is on record with its digest', async () => {
    const { answer, bytes } = await exported({ kind: 'incident' });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = bytes.toString('utf8').split('\r\n').slice(1, -1);
    expect(lines.every((line) => line.includes('incident.'))).toBe(true);
    expect(bytes.toString('utf8')).not.toContain(quarrel.number);
    const [row] = (await rows('kind=export.made')).items;
    expect(row?.data).toEqual({
      what: 'journal',
      filter: { kind: 'incident', selfChecks: false },
      rows: lines.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('is for those who may read the journal', async () => {
    const analyst = await office.employs('sun', 'analyst');
    expect((await exported({}, analyst)).answer.status).toBe(403);
  });
});

describe('checks and anchors', () => {
  const standing = () => office.get<JournalStanding>('/journal/standing', auditor);
  const ask = async (asked: object) => {
    const { status, body } = await office.post<JournalCheck>('/journal/checks', asked, auditor);
    expect(status).toBe(202);
    await office.part(JournalChecks).settled();
    return (await standing()).checks.find(({ id }) => id === body.id);
  };

  it('verify the whole or a range in the background, and are on record', async () => {
    await office.part(DailyAnchor).beat();
    const { head } = await standing();
    expect(await ask({})).toMatchObject({
      state: 'done',
      from: 1,
      to: head.seq,
      checked: head.seq,
      result: { firstBad: null, anchors: 1, badAnchors: [] },
    });
    expect(await ask({ from: 3, to: 5 })).toMatchObject({ from: 3, to: 5, checked: 5, result: { firstBad: null } });
    expect((await rows('kind=journal.checked')).items).toHaveLength(2);
    const beyond = await office.post('/journal/checks', { to: 100_000 }, auditor);
    expect(beyond.status).toBe(400);
  });

  it('let the auditor take an anchor away, and not everybody who reads', async () => {
    const [anchor] = (await office.get<AnchorPage>('/journal/anchors', auditor)).items;
    expect(anchor).toMatchObject({ day: '2026-11-20', fault: null, keptAt: expect.any(String) });
    const file = await office.fetch(`/journal/anchors/${anchor?.day}`, auditor);
    expect(file.headers.get('content-disposition')).toContain('huiying-journal-2026-11-20.json');
    expect(
      createHash('sha256')
        .update(await file.text())
        .digest('hex'),
    ).toBe(anchor?.digest);
    expect((await office.fetch('/journal/anchors/2020-01-01', auditor)).status).toBe(404);
    const desk = await office.employs('li', 'duty_officer');
    expect((await office.fetch('/journal/anchors', desk)).status).toBe(200);
    expect((await office.fetch(`/journal/anchors/${anchor?.day}`, desk)).status).toBe(403);
  });

  it('find a row that was altered, and tell which', async () => {
    const owner = new (await import('pg')).default.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(`set session_replication_role = replica; update journal set body = 'no text' where seq = 4`);
    await owner.end();
    expect((await ask({}))?.result?.firstBad).toEqual({ seq: 4, why: 'hash' });
    expect((await ask({ from: 1, to: 3 }))?.result?.firstBad).toBeNull();
    expect((await ask({ from: 5 }))?.result?.firstBad).toBeNull();
    // Shown as it stands.
    expect((await rows('limit=200')).items.find(({ seq }) => seq === 4)?.body).toBe('no text');
  });
});
