import type { ArchivePage } from '../src/contract/archive.js';
import type { IncidentLine, IncidentView, JournalLine } from '../src/contract/incident.js';
import type { ResponseTimes } from '../src/contract/response-times.js';
import { isOfBureau, may, ROLES, type Role } from '../src/domain/rights.js';
import { Office } from './support/office.js';
import type { Screen } from './support/screen.js';

const TITLE = '某影院内部纠纷引发围观';
const REPORTED = '某市影院火灾致四人受伤';
/** Words that stand nowhere but in the matter. */
const SECRET = ['内部纠纷', '保密理由', '签收备注'];

interface Someone {
  id: string;
  cookie: string;
  role: Role;
}

/** 限知: a restricted matter is seen by the named, whoever they are, and by nobody else, wherever one looks. */
describe('a restricted matter', () => {
  let office: Office;
  let matter: IncidentView;
  let articleId: string;
  const named = new Map<Role, Someone>();
  const unnamed = new Map<Role, Someone>();
  const screens = new Map<Someone, Screen>();
  const everyone = (): Someone[] => [...named.values(), ...unnamed.values()];

  beforeAll(async () => {
    office = await Office.open({
      contacts: { FILM: { webhook: 'https://film.test/hook' } },
      env: { WEBHOOK_SECRET: 'a-secret-of-sixteen' },
    });
    for (const role of ROLES) {
      named.set(role, await employ(`named-${role}`, role));
      unnamed.set(role, await employ(`other-${role}`, role));
    }
    const wish = { title: TITLE, text: '内部纠纷经过', level: 'II', lead: 'FILM' };
    matter = (await office.post<IncidentView>('/incidents', wish)).body;
    await office.post(`/incidents/${matter.id}/acknowledge`, { note: '签收备注' });
    await office.publishes({ title: REPORTED });
    [articleId] = (await office.db.query<{ id: string }[]>('select id from article')).map(({ id }) => id) as [string];
    const [story] = await office.db.query<{ id: string }[]>('select id from story where incident_id = $1', [matter.id]);
    await office.db.query('update article set story_id = $1', [story?.id]);
    await office.indexes();
    await office.sweeps();
    for (const one of everyone()) screens.set(one, await office.screen(one.cookie));
  }, 60_000);
  afterAll(async () => {
    for (const screen of screens.values()) screen.close();
    await office.close();
  });

  async function employ(username: string, role: Role): Promise<Someone> {
    const cookie = await office.employs(username, role, isOfBureau(role) ? 'FILM' : null);
    return { cookie, role, id: (await office.get<{ id: string }>('/session', cookie)).id };
  }
  const keeper = (): Someone => named.get('duty_officer') as Someone;
  const restrict = (body: object, cookie = keeper().cookie) =>
    office.post<IncidentView>(`/incidents/${matter.id}/restrict`, body, cookie);
  const people = (): string[] => [...named.values()].map(({ id }) => id);
  const leaks = (told: unknown): string[] => SECRET.filter((word) => JSON.stringify(told).includes(word));
  const read = async (path: string, { cookie }: Someone): Promise<unknown> => {
    const answer = await office.fetch(path, cookie);
    return answer.json();
  };

  it('is made by the desk, with oneself among the named, for a reason; twice is once', async () => {
    const { id: other } = unnamed.get('duty_officer') as Someone;
    expect((await restrict({ people: [other], reason: '保密理由' })).status).toBe(422);
    expect((await restrict({ people: [keeper().id, matter.id], reason: '保密理由' })).status).toBe(422);
    expect((await restrict({ people: people(), reason: '' })).status).toBe(400);
    for (const { role, cookie } of unnamed.values())
      if (!may(role, 'incident.restrict'))
        expect((await restrict({ people: people(), reason: '试' }, cookie)).status).toBe(403);
    const first = await restrict({ people: people(), reason: '保密理由', version: matter.version + 1 });
    const second = await restrict({ people: people().reverse(), reason: '保密理由', version: matter.version + 1 });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body.restrictedTo).toHaveLength(ROLES.length);
  });

  describe.each(ROLES)('%s', (role) => {
    const seer = (): Someone => named.get(role) as Someone;
    const other = (): Someone => unnamed.get(role) as Someone;

    it('sees the case and its line when named, and neither when not', async () => {
      const lines = async (one: Someone) =>
        ((await read('/incidents?status=all', one)) as { items: IncidentLine[] }).items;
      expect((await lines(seer())).map(({ id }) => id)).toEqual([matter.id]);
      expect(await lines(other())).toEqual([]);
      expect((await office.fetch(`/incidents/${matter.id}`, seer().cookie)).status).toBe(200);
      expect((await office.fetch(`/incidents/${matter.id}`, other().cookie)).status).toBe(404);
    });

    it('moves nothing of it when not named', async () => {
      const story = matter.stories[0]?.id;
      const reason = '试一试';
      const moves: [string, object][] = [
        ...['acknowledge', 'confirm'].map((name): [string, object] => [`/incidents/${matter.id}/${name}`, {}]),
        ...['dismiss', 'lift-restriction'].map((name): [string, object] => [
          `/incidents/${matter.id}/${name}`,
          { reason },
        ]),
        [`/incidents/${matter.id}/grade`, { level: 'I', reason }],
        [`/incidents/${matter.id}/assign`, { lead: 'TV_DRAMA' }],
        [`/stories/${story}/concerns-us`, { reason }],
        [`/stories/${story}/split`, { articleIds: [articleId], reason }],
        [`/stories/${story}/figures`, { metric: 'deaths', value: 3, reason }],
      ];
      for (const [path, body] of moves) {
        const { status } = await office.post(path, body, other().cookie);
        expect([path, [403, 404].includes(status)]).toEqual([path, true]);
      }
    });

    it('reads its rows in the journal when named; else they keep place and time and say nothing', async () => {
      if (!may(role, 'journal.read')) return;
      const rows = async (one: Someone) => ((await read('/journal?limit=1000', one)) as { items: JournalLine[] }).items;
      const [seen, hidden] = [await rows(seer()), await rows(other())];
      expect(hidden.map(({ seq, at }) => [seq, at])).toEqual(seen.map(({ seq, at }) => [seq, at]));
      expect(leaks(seen)).toContain('保密理由');
      expect(leaks(hidden)).toEqual([]);
      expect(JSON.stringify(hidden)).not.toContain(matter.id);
      expect(hidden.filter(({ kind }) => kind === 'restricted').length).toBe(
        seen.filter(({ incidentId }) => incidentId === matter.id).length,
      );
    });

    it('finds it in the figures either way, by its title only when named', async () => {
      if (!may(role, 'report.response_times')) return;
      const times = async (one: Someone) => (await read('/reports/response-times', one)) as ResponseTimes;
      const [seen, hidden] = [await times(seer()), await times(other())];
      expect(hidden.total).toEqual(seen.total);
      expect(seen.rows[0]?.title).toBe(TITLE);
      expect(hidden.rows[0]?.title).toBe('限知事项');
      expect(leaks(hidden)).toEqual([]);
    });

    it('reads the public articles, but not that they are of the matter, nor its story', async () => {
      if (!may(role, 'archive.read')) return;
      const articles = async (one: Someone, query = '') =>
        ((await read(`/articles${query}`, one)) as ArchivePage).items;
      expect((await articles(seer()))[0]).toMatchObject({ title: REPORTED, incidentId: matter.id });
      expect((await articles(other()))[0]).toMatchObject({ title: REPORTED, incidentId: null, incidentNumber: null });
      expect(await articles(seer(), `?incident=${matter.id}`)).toHaveLength(1);
      expect(await articles(other(), `?incident=${matter.id}`)).toEqual([]);
      expect(await read(`/articles/${articleId}`, other())).toMatchObject({ incidentId: null });
      expect((await office.fetch(`/stories/${matter.stories[0]?.id}`, seer().cookie)).status).toBe(200);
      expect((await office.fetch(`/stories/${matter.stories[0]?.id}`, other().cookie)).status).toBe(404);
    });

    it('has its explanation when it may read the archive or is named', async () => {
      const { status } = await office.fetch(`/articles/${articleId}/explanation`, other().cookie);
      expect(status).toBe(may(role, 'archive.read') ? 200 : 404);
      expect((await office.fetch(`/articles/${articleId}/explanation`, seer().cookie)).status).toBe(200);
    });

    it('loses it from the screen at once when not named, and hears nothing more of it', async () => {
      const screen = screens.get(other()) as Screen;
      await screen.until(() => screen.entries.some(({ gone }) => gone.includes(matter.id)));
      const told = screen.entries.filter(({ after }) => after >= (screen.snapshot?.seq ?? 0));
      expect(leaks(told)).toEqual([]);
      const fresh = await office.screen(other().cookie);
      expect(leaks(fresh.snapshot)).toEqual([]);
      expect(JSON.stringify(fresh.snapshot)).not.toContain(matter.id);
      fresh.close();
      const own = await office.screen(seer().cookie);
      expect(own.snapshot?.incidents.map(({ id }) => id)).toEqual([matter.id]);
      expect(leaks(own.snapshot?.recent)).toContain('保密理由');
      own.close();
    });
  });

  it('is named in no notice to others: number and level, whether written before or after', async () => {
    const notices = async () =>
      office.db.query<{ payload: object }[]>(`select payload from notice where incident_id = $1 and sent_at is null`, [
        matter.id,
      ]);
    expect((await notices()).length).toBeGreaterThan(0);
    expect(leaks(await notices())).toEqual([]);
    await office.passes({ hours: 3 });
    const later = JSON.stringify(await notices());
    expect(leaks(later)).toEqual([]);
    expect(later).toContain(matter.number);
    expect(later).toContain('限知事项');
  });

  it('is never left to nobody: its last keeper is not disabled', async () => {
    const only = await employ('only-keeper', 'duty_officer');
    const { body } = await office.post<IncidentView>('/incidents', { title: '另一桩', level: 'III' }, only.cookie);
    await office.post(`/incidents/${body.id}/restrict`, { people: [only.id], reason: '保密理由' }, only.cookie);
    expect((await office.send('PATCH', `/accounts/${only.id}`, { disabled: true })).status).toBe(422);
    expect((await office.send('PATCH', `/accounts/${only.id}`, { role: 'analyst' })).status).toBe(422);
    await office.post(`/incidents/${body.id}/lift-restriction`, { reason: '可以公开' }, only.cookie);
    expect((await office.send('PATCH', `/accounts/${only.id}`, { disabled: true })).status).toBe(200);
  });

  it('merged with another case, it stays restricted to those named for both', async () => {
    const { body } = await office.post<IncidentView>(
      '/incidents',
      { title: '又一桩', level: 'III', lead: 'FILM' },
      keeper().cookie,
    );
    const merged = await office.post<IncidentView>(
      `/incidents/${matter.id}/merge`,
      { into: body.id, reason: '同一事件' },
      keeper().cookie,
    );
    expect(merged.body.restrictedTo?.slice().sort()).toEqual(people().sort());
    const { cookie } = unnamed.get('duty_officer') as Someone;
    expect((await office.fetch(`/incidents/${body.id}`, cookie)).status).toBe(404);
    matter = merged.body;
  });

  it('merged into an open case, is named no longer in what of that has not left yet', async () => {
    const opened = async (title: string) => {
      const wish = { title, level: 'II', lead: 'FILM' };
      return (await office.post<IncidentView>('/incidents', wish, keeper().cookie)).body;
    };
    const [open, closed] = [await opened('公开而将限知的一桩'), await opened('限知的一桩')];
    await office.sweeps();
    const unsent = () =>
      office.db.query<object[]>(
        'select payload from notice where incident_id = $1 and sent_at is null and recipient_id = $2',
        [open.id, 'FILM'],
      );
    expect(JSON.stringify(await unsent())).toContain(open.title);
    await office.post(
      `/incidents/${closed.id}/restrict`,
      { people: [keeper().id], reason: '保密理由' },
      keeper().cookie,
    );
    await office.post(`/incidents/${closed.id}/merge`, { into: open.id, reason: '同一桩' }, keeper().cookie);
    expect(await unsent()).not.toEqual([]);
    expect(JSON.stringify(await unsent())).not.toContain(open.title);
  });

  it('lifted, it is everybody’s again, on the screens too', async () => {
    const one = unnamed.get('leadership') as Someone;
    const screen = screens.get(one) as Screen;
    await office.post(`/incidents/${matter.id}/lift-restriction`, { reason: '可以公开' }, keeper().cookie);
    await screen.until(() => screen.entries.some(({ incidents }) => incidents.some(({ id }) => id === matter.id)));
    expect((await office.fetch(`/incidents/${matter.id}`, one.cookie)).status).toBe(200);
  });
});
