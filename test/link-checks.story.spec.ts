import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IncidentView } from '../src/contract/incident.js';
import { FeedFetcher } from '../src/ingestion/fetching/fetch-feed.js';
import { LinkChecks, type PageFetcher } from '../src/response/links/link-checks.js';
import { Settings } from '../src/settings/settings.js';
import { Office } from './support/office.js';

/** The link of a release is fetched: its copy is kept, and the time it states is held against the recorded one. */
describe('the page behind a link', () => {
  let office: Office;
  let server: Server;
  let fetcher: FeedFetcher;
  let checks: LinkChecks;
  let page: { status: number; body: string };
  beforeAll(async () => {
    office = await Office.open();
    server = createServer((_, answer) => answer.writeHead(page.status, { 'content-type': 'text/html' }).end(page.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    fetcher = new FeedFetcher({ limits: { mostBytes: 10_000 } });
    // What a form names is public; a test has no public server.
    const local: PageFetcher = { fetch: (wanted) => fetcher.fetch({ ...wanted, allowPrivateNetwork: true }) };
    checks = new LinkChecks(office.db, office.part(Settings), local);
  });
  afterAll(async () => {
    await fetcher.close();
    server.close();
    await office.close();
  });

  let count = 0;
  /** A case with a release ten minutes ago. */
  async function released(): Promise<{ id: string; at: Date }> {
    const wish = { title: `影院停电 ${(count += 1)}`, level: 'I', lead: 'FILM' };
    const { id } = (await office.post<IncidentView>('/incidents', wish)).body;
    const at = new Date((await office.clock.now()).getTime() - 600_000);
    const { port } = server.address() as AddressInfo;
    const body = { channel: 'website', url: `http://127.0.0.1:${port}/${count}`, publishedAt: at.toISOString() };
    expect((await office.post(`/incidents/${id}/statements`, body)).status).toBe(201);
    return { id, at };
  }
  const shown = async (id: string) => (await office.incident(id)).statements[0]?.page ?? null;
  const stated = (at: Date) => `<html><meta name="PubDate" content="${at.toISOString()}">情况通报</html>`;
  const kinds = async (id: string) =>
    (await office.journal()).filter((row) => row.incidentId === id).map((row) => row.kind);
  const minutes = (at: Date, more: number) => new Date(at.getTime() + more * 60_000);

  it('is kept with its digest; a time that agrees says nothing, and the recording waited for none of it', async () => {
    const { id, at } = await released();
    expect(await shown(id)).toBeNull();
    page = { status: 200, body: stated(minutes(at, 9)) };
    expect(await checks.look()).toBe(1);
    const sha256 = createHash('sha256').update(page.body).digest('hex');
    expect(await shown(id)).toMatchObject({ state: 'fetched', sha256, differs: false, precision: 'second' });
    const [kept] = await office.db.query<{ body: Buffer }[]>('select body from link_check');
    expect(kept?.body.toString()).toBe(page.body);
    expect(await checks.look()).toBe(0);
  });

  it('is a download that no browser shows in place, for whoever may see the case, and for nobody else', async () => {
    const { id, at } = await released();
    page = { status: 200, body: `${stated(at)}<script>alert(1)</script>` };
    const proof = (await office.incident(id)).statements[0]?.id;
    const path = `/incidents/${id}/evidence/${proof}/page`;
    expect((await office.fetch(path)).status).toBe(404);
    await checks.look();
    const answer = await office.fetch(path);
    expect(await answer.text()).toBe(page.body);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="page-[0-9a-f]{16}\.html"$/) as string,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'x-sha256': createHash('sha256').update(page.body).digest('hex'),
    });
    const other = await released();
    expect((await office.fetch(`/incidents/${other.id}/evidence/${proof}/page`)).status).toBe(404);
    const stranger = await office.employs('drama-officer', 'bureau_officer', 'TV_DRAMA');
    expect((await office.fetch(path, stranger)).status).toBe(404);
    await office.db.query(`update link_check set body = 'changed' where evidence_id = $1`, [proof]);
    expect((await office.fetch(path)).status).toBe(422);
  });

  it('that states another time is a remark for a person, and no verdict', async () => {
    const { id, at } = await released();
    page = { status: 200, body: stated(minutes(at, -30)) };
    await checks.look();
    expect(await shown(id)).toMatchObject({ differs: true, at: minutes(at, -30).toISOString() });
    expect(await kinds(id)).toContain('evidence.page_differs');
    const [clock] = (await office.incident(id)).clocks;
    expect(clock).toMatchObject({ state: 'met', metAt: at.toISOString(), formerly: [] });
  });

  it('that cannot be opened is told once and tried again, a limited number of times', async () => {
    const { id, at } = await released();
    page = { status: 503, body: '' };
    await checks.look();
    expect(await shown(id)).toMatchObject({ state: 'unreachable', detail: expect.stringContaining('503') as string });
    expect(await checks.look()).toBe(0);
    for (const pause of [61, 301]) {
      await office.clock.forward({ seconds: pause });
      expect(await checks.look()).toBe(1);
    }
    expect((await kinds(id)).filter((kind) => kind === 'evidence.page_unreachable')).toHaveLength(1);
    page = { status: 200, body: stated(at) };
    await office.clock.forward({ seconds: 1_801 });
    await checks.look();
    expect(await shown(id)).toMatchObject({ state: 'fetched', detail: null, differs: false });

    const gone = await released();
    page = { status: 404, body: '' };
    for (let n = 0; n < 10; n += 1) {
      await checks.look();
      await office.clock.forward({ hours: 3 });
    }
    const [tried] = await office.db.query<{ attempts: number }[]>(
      `select attempts from link_check c join evidence e on e.id = c.evidence_id where e.incident_id = $1`,
      [gone.id],
    );
    expect(tried?.attempts).toBe(5);
  });

  it('in the office’s own network is not dialled, and a page beyond the bound is not kept', async () => {
    const inside = await released();
    page = { status: 200, body: stated(inside.at) };
    await new LinkChecks(office.db, office.part(Settings), fetcher).look();
    expect(await shown(inside.id)).toMatchObject({ state: 'unreachable', sha256: null });
    const large = await released();
    page = { status: 200, body: 'x'.repeat(10_001) };
    await checks.look();
    expect(await shown(large.id)).toMatchObject({ state: 'unreachable', sha256: null });
  });

  it('two workers fetch each link once', async () => {
    const { id } = await released();
    page = { status: 503, body: '' };
    expect(await Promise.all([checks.look(), checks.look()]).then((both) => both.reduce((a, b) => a + b))).toBe(1);
    expect((await kinds(id)).filter((kind) => kind === 'evidence.page_unreachable')).toHaveLength(1);
  });
});
