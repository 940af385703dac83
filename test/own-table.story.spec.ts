import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** The office's own table, while nobody has adopted it, starts no clock: and it uses up no level that the law starts one for. */
describe('alerts by the office’s own table', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    await reads('央视一频道播出中断');
  });
  afterEach(() => office.close());

  async function reads(title: string): Promise<void> {
    await office.publishes({ title });
    await office.judges();
  }
  const onlyStory = async () => {
    const [story] = await office.db.query<{ id: string; lane: string | null }[]>('select id, lane from story');
    return story;
  };
  const taken = async () =>
    (await office.post<IncidentView>(`/stories/${(await onlyStory())?.id}/concerns-us`, { reason: '属本机关' })).body;
  const running = ({ clocks }: IncidentView) =>
    clocks.filter(({ state }) => state === 'running').map(({ kind }) => kind);
  const opened = async (clockKind: string) =>
    office.db.query<unknown[]>(
      `select from deadline_alert a join incident_clock c on c.id = a.clock_id where c.kind = $1 and a.key = 'opened'`,
      [clockKind],
    );

  it.each([
    ['央视一频道播出中断 11人遇难', 'II'],
    ['央视一频道播出中断 31人遇难', 'I'],
  ])('leave the clocks to the law when a case is open: %s', async (title, level) => {
    const held = await taken();
    expect(held).toMatchObject({ level: 'I', basis: 'INTERNAL' });
    expect(running(held)).toEqual(['other_48h']);
    await reads(title);
    await office.sweeps();
    const after = await office.incident(held.id);
    expect(after).toMatchObject({ level, basis: 'REFERENCE', facts: { deaths: { value: Number(/\d+/.exec(title)) } } });
    expect(running(after)).toEqual(['statement_5h', 'press_conference_24h']);
    expect(await opened('statement_5h')).toHaveLength(1);
  });

  it('open no case, and the law opens it from the same story', async () => {
    expect(await onlyStory()).toMatchObject({ lane: 'triage' });
    expect(await office.incidents()).toEqual([]);
    await reads('央视一频道播出中断 11人遇难');
    const [line] = await office.incidents();
    expect(line).toMatchObject({ level: 'II', basis: 'REFERENCE' });
    expect(line?.clocks).toHaveLength(2);
    expect(await onlyStory()).toMatchObject({ lane: null });
  });
});
