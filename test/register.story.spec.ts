import type { IncidentLine, IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** 事件台账: every case there has been, narrowed, page by page, and taken away as a file, each as far as one sees it. */
describe('the register of cases', () => {
  let office: Office;
  let bureau: string;
  const opened = new Map<string, IncidentView>();
  const titles = async (query: string, cookie?: string) =>
    (await office.get<{ items: IncidentLine[] }>(`/incidents?${query}`, cookie)).items.map(({ title }) => title);

  beforeAll(async () => {
    office = await Office.open();
    bureau = await office.employs('film-1', 'bureau_officer', 'FILM');
    await opens('=影院火灾', 'II', 'FILM');
    await opens('书店坍塌 100%', 'I', 'COPYRIGHT');
    await opens('设备故障', null, 'FILM');
    await opens('内部纠纷', 'II', 'FILM');
    const keeper = await office.employs('keeper', 'duty_officer');
    const { id } = await office.get<{ id: string }>('/session', keeper);
    await office.post(`/incidents/${of('内部纠纷').id}/restrict`, { people: [id], reason: '限知' }, keeper);
    await publishes('书店坍塌 100%');
    await confers('书店坍塌 100%');
    await office.passes({ hours: 6 });
    await publishes('=影院火灾');
    await office.post(`/incidents/${of('设备故障').id}/dismiss`, { exit: 'false_alarm', reason: '不属实' });
  }, 30_000);
  afterAll(() => office.close());

  async function opens(title: string, level: string | null, lead: string): Promise<void> {
    opened.set(title, (await office.post<IncidentView>('/incidents', { title, level, lead })).body);
    await office.passes({ minutes: 1 });
  }
  const of = (title: string): IncidentView => opened.get(title) as IncidentView;
  async function publishes(title: string): Promise<void> {
    const publishedAt = (await office.clock.now()).toISOString();
    const wish = { channel: '官网', url: 'https://office.test/1', title: '通报', publishedAt };
    expect((await office.post(`/incidents/${of(title).id}/statements`, wish)).status).toBe(201);
  }
  async function confers(title: string): Promise<void> {
    const startedAt = (await office.clock.now()).toISOString();
    const wish = { place: '发布厅', startedAt };
    expect((await office.post(`/incidents/${of(title).id}/press-conferences`, wish)).status).toBe(201);
  }

  test.each([
    ['status=all', ['设备故障', '书店坍塌 100%', '=影院火灾']],
    ['status=open', ['书店坍塌 100%', '=影院火灾']],
    ['status=over', ['设备故障']],
    ['status=all&level=I', ['书店坍塌 100%']],
    ['status=all&bureau=FILM', ['设备故障', '=影院火灾']],
    ['status=all&stage=false_alarm', ['设备故障']],
    ['status=all&duty=late', ['=影院火灾']],
    ['status=all&duty=met', ['书店坍塌 100%']],
    ['status=all&q=火灾', ['=影院火灾']],
    ['status=all&q=%25', ['书店坍塌 100%']],
    ['status=all&q=影院 火灾', ['=影院火灾']],
    ['status=all&q=火灾 书店', []],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('a case is found by its number, and by the time of its opening', async () => {
    const { number, openedAt } = of('书店坍塌 100%');
    expect(await titles(`status=all&q=${number}`)).toEqual(['书店坍塌 100%']);
    expect(await titles(`status=all&to=${openedAt}`)).toEqual(['=影院火灾']);
    expect(await titles(`status=all&from=${openedAt}`)).toEqual(['设备故障', '书店坍塌 100%']);
  });

  test('a duty that is met is late no more, and overdue only while nobody has answered', async () => {
    await office.passes({ hours: 19 });
    expect(await titles('status=all&duty=overdue')).toEqual(['=影院火灾']);
    await confers('=影院火灾');
    expect(await titles('status=all&duty=overdue')).toEqual([]);
    expect(await titles('status=all&duty=late')).toEqual(['=影院火灾']);
  });

  test('page by page, nothing missing and nothing twice', async () => {
    const first = await office.get<{ items: IncidentLine[]; next: string }>('/incidents?status=all&limit=2');
    const rest = await office.get<{ items: IncidentLine[]; next: null }>(
      `/incidents?status=all&limit=2&cursor=${first.next}`,
    );
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(await titles('status=all'));
    expect(rest.next).toBeNull();
  });

  test('a file holds what its reader sees, no formula among it, and the journal says that it was made', async () => {
    const file = async (cookie?: string) => {
      const body = JSON.stringify({ status: 'all' });
      const headers = {
        'content-type': 'application/json',
        cookie: cookie ?? (await office.signIn('admin', 'test-office-password')),
      };
      const answer = await fetch(`${office.address}/api/v1/incidents/exports`, { method: 'POST', headers, body });
      expect(answer.headers.get('content-disposition')).toContain('huiying-incidents.csv');
      return (await answer.text()).trimEnd().split('\r\n');
    };
    const [head, ...lines] = await file();
    expect(head).toContain('编号 number');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toContain(",'=影院火灾,重大,");
    expect(lines.at(-1)).toContain('超时完成');
    expect(lines.join()).not.toContain('内部纠纷');
    expect((await file(bureau)).slice(1).map((line) => line.split(',')[1])).toEqual(['设备故障', "'=影院火灾"]);
    const told = (await office.journal()).filter(({ kind }) => kind === 'export.made');
    expect(told.map(({ data }) => [data.what, data.rows])).toEqual([
      ['incidents', 3],
      ['incidents', 2],
    ]);
  });
});
