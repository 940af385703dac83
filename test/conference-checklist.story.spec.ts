import type { IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import { Office } from './support/office.js';

/** 发布会清单: who ticked what and when, as the journal tells it; for cases that owe a conference, and for nobody else's. */
describe('the checklist of a press conference', () => {
  let office: Office;
  let film: string;
  let other: string;
  let serious: IncidentView;
  beforeAll(async () => {
    office = await Office.open();
    film = await office.employs('film', 'bureau_officer', 'FILM');
    other = await office.employs('other', 'bureau_officer', 'COPYRIGHT');
    serious = (await office.post<IncidentView>('/incidents', { title: '影院坠物', level: 'II', lead: 'FILM' })).body;
  });
  afterAll(() => office.close());

  const work = (id = serious.id) => office.get<Workspace>(`/incidents/${id}/workspace`);
  const tick = (item: string, done: boolean, cookie?: string) =>
    office.post<Workspace>(`/incidents/${serious.id}/conference-checklist`, { item, done }, cookie);
  const doneItems = async () => (await work()).checklist?.items.filter(({ done }) => done).map(({ id }) => id);

  test('advises times before the limit, and stands with cases that owe a conference alone', async () => {
    const { checklist } = await work();
    const due = serious.clocks.find(({ kind }) => kind === 'press_conference_24h')?.dueAt ?? '';
    expect(checklist?.dueAt).toBe(due);
    const speaker = checklist?.items.find(({ id }) => id === 'speaker');
    expect(Date.parse(due) - Date.parse(speaker?.adviseBy ?? '')).toBe(18 * 3_600_000);
    const lesser = (await office.post<IncidentView>('/incidents', { title: '设备故障', level: 'IV', lead: 'FILM' }))
      .body;
    expect((await work(lesser.id)).checklist).toBeNull();
  });

  test('a tick stays with who and when, once, until it is taken back', async () => {
    const me = await office.get<{ id: string }>('/session', film);
    await tick('place', true, film);
    await tick('place', true);
    const place = (await work()).checklist?.items.find(({ id }) => id === 'place');
    expect(place?.done?.by).toBe(me.id);
    expect(await doneItems()).toEqual(['place']);
    await tick('place', false);
    expect(await doneItems()).toEqual([]);
    const told = (await office.journal()).filter(({ kind }) => kind === 'conference.checked');
    expect(told.map(({ data }) => data)).toEqual([
      { item: 'place', done: true },
      { item: 'place', done: false },
    ]);
  });

  test('nobody ticks what is not his case, nor what is not on the list', async () => {
    expect((await tick('place', true, other)).status).toBe(404);
    expect((await tick('nothing', true)).status).toBe(422);
    expect(await doneItems()).toEqual([]);
  });
});
