import type { IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import { minutesAfter, Traveller } from './time-travel/traveller.js';

const elements = { facts: true, measures: true, results: false };

describe('evidence', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-05-03T01:00:00Z' });
  });
  afterAll(() => traveller.close());
  const post = <T = IncidentView>(id: string, path: string, body: object) =>
    traveller.office.post<T & { detail?: string }>(`/incidents/${id}/${path}`, body);
  const view = (id: string) => traveller.office.incident(id);
  /** Recorded, or put in the place of what was recorded before under another title; the record's id and what stands then. */
  async function releases(id: string, at: Date, before?: { record: string | undefined }) {
    const channels = [{ channel: 'website', publishedAt: at.toISOString(), link: 'https://own.test/a' }];
    const body = { kind: 'situation', elements, title: before ? '情况通报' : '通报', channels };
    const correction = before && { supersedes: before.record, reason: '标题有误' };
    const made = await post<Workspace>(id, 'records/release', { body, ...correction });
    expect([made.status, made.body.detail]).toEqual([201, undefined]);
    const record = made.body.records.findLast((one) => one.kind === 'release')?.id;
    return { record, statements: (await view(id)).statements };
  }

  test('a corrected time is not brought back by a correction of the record', async () => {
    const { id, clockStartAt } = await traveller.opens('剧场漏电');
    await traveller.office.passes({ minutes: 100 });
    const made = await releases(id, minutesAfter(clockStartAt, 60));
    const [one] = made.statements;
    const corrected = await post(id, `evidence/${one?.id}/correction`, {
      at: minutesAfter(clockStartAt, 90).toISOString(),
      reason: '核对原页面',
    });
    expect(corrected.status).toBe(200);
    const left = await releases(id, minutesAfter(clockStartAt, 60), made);
    expect(left.statements.map(({ publishedAt }) => publishedAt)).toEqual([
      minutesAfter(clockStartAt, 90).toISOString(),
    ]);
    expect((await traveller.clock(id, 'statement_5h')).metAt).toBe(minutesAfter(clockStartAt, 90).toISOString());
  });

  test('a withdrawn release is not brought back by a correction of the record', async () => {
    const { id, clockStartAt } = await traveller.opens('书城失火');
    await traveller.office.passes({ minutes: 100 });
    const made = await releases(id, minutesAfter(clockStartAt, 60));
    const [one] = (await view(id)).statements;
    expect((await post(id, `evidence/${one?.id}/withdrawal`, { reason: '误登' })).status).toBe(200);
    const again = await releases(id, minutesAfter(clockStartAt, 60), made);
    expect(again.statements).toEqual([]);
    expect((await traveller.clock(id, 'statement_5h')).metAt).toBeNull();
    // A time that nobody had withdrawn is a publication of its own.
    expect((await releases(id, minutesAfter(clockStartAt, 80), again)).statements).toHaveLength(1);
  });
});
