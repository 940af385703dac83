import type { IncidentLine } from '../src/contract/incident.js';
import { wallPicture, type WallName, wallTick, type WallView, type WallWithToken } from '../src/contract/wall.js';
import { MOST_FAILURES } from '../src/domain/lock-out.js';
import { Office } from './support/office.js';
import { exchange, WallScreen } from './support/wall-screen.js';

const PHONE = '13912345678';

/** 大屏: an administrator makes a wall, its browser exchanges the link once, shows the cases and no person, and is cut off when revoked. */
describe('walls', () => {
  let office: Office;
  let made: WallWithToken;
  let cookie = '';
  let screen: WallScreen;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    await office.sweeps();
  });
  afterAll(async () => {
    screen?.close();
    await office.close();
  });

  const me = (with_: string) => fetch(`${office.address}/api/v1/wall/session`, { headers: { cookie: with_ } });
  const kinds = async () => (await office.journal()).filter(({ kind }) => kind.startsWith('wall.'));

  it('is made by an administrator; its token is told once and stands nowhere', async () => {
    const answer = await office.post<WallWithToken>('/walls', { name: '指挥大厅', place: '一楼东侧' });
    expect(answer.status).toBe(201);
    made = answer.body;
    expect(made.token).toMatch(/^[\w-]{43}$/);
    const { items } = await office.get<{ items: WallView[] }>('/walls');
    expect(items).toEqual(
      [{ ...made, token: undefined, exchangedAt: null, lastSeenAt: null, revokedAt: null }].map(
        ({ token: _, ...view }) => view,
      ),
    );
    const rows = await office.db.query<object[]>('select w::text from wall w');
    expect(JSON.stringify([rows, await kinds()])).not.toContain(made.token);
    const officer = await office.employs('li-hong', 'duty_officer');
    expect((await office.post('/walls', { name: '另一个' }, officer)).status).toBe(403);
  });

  it('becomes a cookie once, which no script reads and no other site sends', async () => {
    const answers = await Promise.all([exchange(office.address, made.token), exchange(office.address, made.token)]);
    const [first, second] = answers.sort((a, b) => a.status - b.status);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(await first?.json()).toEqual({ id: made.id, name: '指挥大厅', place: '一楼东侧' });
    const told = first?.headers.get('set-cookie') ?? '';
    expect(told).toMatch(/^huiying_wall=[\w-]{43}; Max-Age=34560000; Path=\/;.* HttpOnly; SameSite=Strict$/);
    expect(told).not.toContain(made.token);
    cookie = told.split(';')[0] ?? '';
    expect(await second?.json()).toMatchObject({
      type: 'urn:huiying:problem:wall-link-used',
      detail: expect.stringContaining('只能用一次'),
    });
    expect(second?.headers.get('set-cookie')).toBeNull();
    expect(((await (await me(cookie)).json()) as WallName).id).toBe(made.id);
  });

  it('keeps its cookie to https where the page came by https', async () => {
    const { body } = await office.post<WallWithToken>('/walls', { name: '二号' });
    const answer = await fetch(`${office.address}/api/v1/wall/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ token: body.token }),
    });
    expect(answer.headers.get('set-cookie')).toContain('; Secure;');
    await office.post(`/walls/${body.id}/revoke`, {});
  });

  it('shows the open cases and no person: neither names, nor numbers, nor free text, nor restricted matters', async () => {
    await office.employs('wang-xiuying', 'bureau_officer', 'FILM');
    const titled = { title: `某影院纠纷 来电 ${PHONE}`, text: '群众王秀英反映', level: 'II', lead: 'FILM' };
    const { body: open } = await office.post<IncidentLine>('/incidents', titled);
    await office.post(`/incidents/${open.id}/acknowledge`, { note: '张三去办' });
    const { body: hidden } = await office.post<IncidentLine>('/incidents', { title: '不可外传之事', level: 'I' });
    const { id: self } = await office.get<{ id: string }>('/session');
    await office.post(`/incidents/${hidden.id}/restrict`, { people: [self], reason: '保密' });
    screen = await WallScreen.connect(office.address, cookie);
    expect(wallPicture.safeParse(screen.picture).error).toBeUndefined();
    const [line, ...others] = screen.picture?.lines ?? [];
    expect(others).toEqual([]);
    expect(line).toMatchObject({ number: open.number, level: 'II', lead: 'FILM', acknowledged: true });
    expect(line?.title).toBe(`某影院纠纷 来电 ${'■'.repeat(PHONE.length)}`);
    expect(line?.clocks.map(({ kind }) => kind)).toEqual(['statement_5h', 'press_conference_24h']);
    expect(screen.picture).toMatchObject({ restricted: 1, openedToday: 1 });
    await screen.until(() => screen.tick !== null);
    expect(wallTick.safeParse(screen.tick).error).toBeUndefined();
    const names = await office.db.query<{ n: string }[]>('select unnest(array[id::text, username]) as n from account');
    const secret = [...names.map(({ n }) => n), PHONE, '王秀英', '张三', '不可外传', hidden.id, hidden.number, '保密'];
    const said = screen.said.join('\n');
    expect(secret.filter((one) => said.includes(one))).toEqual([]);
  });

  it('is drawn anew when something happens; a case that becomes restricted leaves it and is counted', async () => {
    const id = screen.picture?.lines[0]?.id ?? '';
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡扩大' });
    await screen.until(() => screen.picture?.lines[0]?.level === 'I');
    const { id: self } = await office.get<{ id: string }>('/session');
    await office.post(`/incidents/${id}/restrict`, { people: [self], reason: '保密' });
    await screen.until(() => screen.picture?.lines.length === 0);
    expect(screen.picture).toMatchObject({ restricted: 2, openedToday: 0 });
    await office.post(`/incidents/${id}/lift-restriction`, { reason: '可以公开' });
    await screen.until(() => screen.picture?.lines.length === 1);
  });

  it('says what the report says of the month', async () => {
    const id = screen.picture?.lines[0]?.id ?? '';
    const publishedAt = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${id}/statements`, { channel: 'website', url: 'https://a.test/1', publishedAt });
    await screen.until(() => screen.picture?.lines[0]?.clocks[0]?.state === 'met');
    screen.close();
    await office.restarts();
    screen = await WallScreen.connect(office.address, cookie);
    const [from, to] = ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
    const { total } = await office.get<{ total: { kind: string; met: number; due: number }[] }>(
      `/reports/response-times?from=${from}&to=${to}`,
    );
    const judged = total.filter(({ due }) => due > 0).map(({ kind, met, due }) => ({ kind, met, due }));
    expect(judged.length).toBeGreaterThan(0);
    expect(screen.picture?.month).toEqual(judged);
  });

  it('is cut off at once when it is revoked, and comes in no more', async () => {
    const { body } = await office.post<WallView>(`/walls/${made.id}/revoke`, {});
    expect(body.revokedAt).not.toBeNull();
    await screen.until(() => screen.ended && !screen.connected);
    await expect(WallScreen.connect(office.address, cookie)).rejects.toThrow('unauthorized');
    const answer = await me(cookie);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ type: 'urn:huiying:problem:wall-revoked' });
    expect((await exchange(office.address, made.token)).status).toBe(401);
  });

  it('was seen, and the journal tells of all of it by whom it was done', async () => {
    const { items } = await office.get<{ items: WallView[] }>('/walls');
    expect(items.find(({ id }) => id === made.id)?.lastSeenAt).not.toBeNull();
    const { id: self } = await office.get<{ id: string }>('/session');
    const own = (await kinds()).filter(({ data }) => data.wallId === made.id);
    expect(own.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['wall.made', self],
      ['wall.exchanged', 'system:people'],
      ['wall.revoked', self],
    ]);
    await office.post(`/walls/${made.id}/revoke`, {});
    expect((await kinds()).filter(({ data }) => data.wallId === made.id)).toHaveLength(3);
  });

  it('lets an address guess no more often than sign-in does, and an unknown link is told apart from a used one', async () => {
    const answers: number[] = [];
    for (let n = 0; n <= MOST_FAILURES; n += 1) answers.push((await exchange(office.address, `guess-${n}`)).status);
    expect(answers[0]).toBe(401);
    expect(answers.at(-1)).toBe(429);
    expect((await office.signIn('li-hong', 'test-office-password')).length).toBeGreaterThan(0);
  });
});
