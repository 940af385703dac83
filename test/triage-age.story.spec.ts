import type { StoryPage } from '../src/contract/story.js';
import { signature } from '../src/domain/stories/story.js';
import { UNREAD } from '../src/domain/stories/story-verdict.js';
import { Office } from './support/office.js';

/** What waits in the triage lane longer than the office wants (policy.yaml › triageMinutes, 120 as shipped). */
describe('the age of what waits for triage', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const waits = async (title: string, lane = 'triage'): Promise<string> => {
    const unread = signature({ title: '', publishedAt: null, places: [], eventKind: null });
    const [row] = await office.db.query<{ id: string }[]>(
      `insert into story (title, signature, verdict, detected_at, last_joined_at, lane)
       values ($1, $2, $3, app_now(), app_now(), $4) returning id`,
      [title, unread, UNREAD, lane],
    );
    return row?.id ?? '';
  };
  const told = async (id: string) =>
    (await office.journal()).filter(({ kind, data }) => kind === 'story.waiting' && data['storyId'] === id);
  const line = async (id: string) =>
    (await office.get<StoryPage>('/stories?lane=triage')).items.find((one) => one.id === id);

  it('is told once when the time has passed, by however many timers, and shown on the row', async () => {
    const [id, national] = [await waits('旧闻翻炒'), await waits('外地事故', 'national')];
    await office.passes({ minutes: 119 });
    expect(await told(id)).toEqual([]);
    expect(await line(id)).toMatchObject({ waitsTooLong: false });
    await office.clock.forward({ minutes: 2 });
    await Promise.all([office.sweeps(), office.sweeps()]);
    await office.sweeps();
    expect(await told(id)).toMatchObject([{ data: { title: '旧闻翻炒', minutes: 120 }, incidentId: null }]);
    expect(await line(id)).toMatchObject({ waitsTooLong: true });
    expect(await told(national)).toEqual([]);
  });

  it('ends when somebody judges it, and counts anew when it comes back', async () => {
    const id = await waits('网友质疑抄袭');
    await office.post(`/stories/${id}/set-aside`, { disposition: 'MONITOR_ONLY', reason: '先关注' });
    await office.passes({ minutes: 130 });
    expect(await told(id)).toEqual([]);
    await office.db.query(`update story set lane = 'triage', set_aside_at = null where id = $1`, [id]);
    await office.passes({ minutes: 60 });
    expect(await told(id)).toEqual([]);
    await office.passes({ minutes: 61 });
    expect(await told(id)).toHaveLength(1);
  });
});
