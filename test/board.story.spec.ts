import { Office } from './support/office.js';

/** The live board: what the journal holds is on the screen, no gap and no leak. */
describe('the live board', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const open = (title: string, lead: string) => office.post<{ id: string }>('/incidents', { title, level: 'I', lead });

  it('starts with the whole truth and goes on without a gap', async () => {
    await open('先前的事件', 'FILM');
    const screen = await office.screen();
    expect(screen.snapshot?.incidents.map((line) => line.title)).toEqual(['先前的事件']);
    const { body } = await open('新的事件', 'FILM');
    await screen.until(() => screen.kinds().includes('incident.opened'));
    const news = screen.entries.at(-1);
    expect(news?.incidents.map((line) => line.id)).toEqual([body.id]);
    expect(news?.incidents[0]?.clocks).toHaveLength(2);
    let position = screen.snapshot?.seq ?? -1;
    for (const one of screen.entries) {
      expect(one.after).toBe(position);
      position = one.seq;
    }
    screen.close();
  });

  it('shows fired thresholds and what people do', async () => {
    const screen = await office.screen();
    const { body } = await open('被签收的事件', 'FILM');
    await office.sweeps();
    await office.post(`/incidents/${body.id}/acknowledge`, {});
    await screen.until(() => screen.kinds().includes('incident.acknowledged'));
    expect(screen.kinds()).toContain('threshold.fired');
    await office.post(`/incidents/${body.id}/dismiss`, { reason: '误报' });
    await screen.until(() => screen.entries.some((news) => news.gone.includes(body.id)));
    screen.close();
  });

  it('shows a bureau its own cases and nothing else', async () => {
    const cookie = await office.employs('film-officer', 'bureau_officer', 'FILM');
    const screen = await office.screen(cookie);
    const leads = new Set(screen.snapshot?.incidents.map((line) => line.lead));
    expect([...leads]).toEqual(['FILM']);
    const foreign = await open('别司的事件', 'TV_DRAMA');
    const own = await open('本司的事件', 'FILM');
    await screen.until(() => screen.entries.some((news) => news.incidents.some((line) => line.id === own.body.id)));
    const seen = screen.entries.flatMap((news) => [
      ...news.incidents.map((line) => line.id),
      ...news.entries.map((row) => row.incidentId),
    ]);
    expect(seen).not.toContain(foreign.body.id);
    await expect(office.get(`/incidents/${foreign.body.id}`, cookie)).rejects.toThrow('404');
    screen.close();
  });

  it('refuses a screen without a session', async () => {
    await expect(office.screen('huiying=nobody')).rejects.toThrow('unauthorized');
  });
});
