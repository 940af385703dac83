import type { IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import { Office } from './support/office.js';

/** 签发层级: by the policy a text of level I is signed by the head of the lead bureau and then by leadership. */
describe('signing off by the policy', () => {
  let office: Office;
  let head: string;
  let chief: string;
  beforeAll(async () => {
    office = await Office.open();
    head = await office.employs('head', 'bureau_head', 'FILM');
    chief = await office.employs('chief', 'leadership');
  });
  afterAll(() => office.close());

  const elements = { facts: true, measures: true, results: false };
  const records = (id: string, kind: string, body: object, cookie?: string) =>
    office.post<Workspace & { detail?: string }>(`/incidents/${id}/records/${kind}`, { body }, cookie);
  async function reviewed(title: string, level: string): Promise<string> {
    const wish = { title, level, lead: 'FILM', co: [], text: '' };
    const { id } = (await office.post<IncidentView>('/incidents', wish)).body;
    await records(id, 'consultation', {
      ...{ heldAt: (await office.clock.now()).toISOString(), form: 'phone', participants: [{ name: '李明' }] },
      agreedLine: '快报事实',
    });
    await records(id, 'draft', { base: 0, kind: 'situation', title: '通报', text: '已核实。', elements });
    await records(id, 'secrecy_review', { draft: 1, result: 'passed', reviewer: { name: '赵审' } });
    return id;
  }
  const signs = (id: string, name: string, cookie?: string, result = 'passed') =>
    records(id, 'sign_off', { draft: 1, result, signer: { name } }, cookie);

  it('asks one post after the other, each another person', async () => {
    const id = await reviewed('影院起火甲', 'I');
    const early = await signs(id, '王局', chief);
    expect([early.status, early.body.detail]).toEqual([403, expect.stringContaining('主办司局负责人')]);
    const first = await signs(id, '李明', head);
    expect(first.body).toMatchObject({
      stage: 'in_review',
      signOff: [{ by: '李明' }, { post: 'leadership', by: null }],
    });
    expect((await signs(id, '李明', head)).body.records.filter(({ kind }) => kind === 'sign_off')).toHaveLength(1);
    expect((await signs(id, '李敏', head)).status).toBe(403);
    expect((await signs(id, '李明')).status).toBe(422);
    expect((await signs(id, '王局', chief)).body).toMatchObject({ stage: 'signed', signOff: [{}, { by: '王局' }] });
  });

  it('a text that leadership sends back needs every signature anew', async () => {
    const id = await reviewed('影院起火乙', 'I');
    await signs(id, '李明', head);
    expect((await signs(id, '王局', chief, 'returned')).body.stage).toBe('drafting');
    expect((await signs(id, '王局', chief)).status).toBe(403);
    await signs(id, '李明同志', head);
    expect((await signs(id, '王局二', chief)).body.stage).toBe('signed');
  });

  it('what was published with half the signatures counts, and what is missing is told', async () => {
    const id = await reviewed('影院起火丙', 'I');
    await signs(id, '李明', head);
    const publishedAt = (await office.clock.now()).toISOString();
    const channels = [{ channel: 'website', publishedAt, link: 'https://office.example/1' }];
    const out = await records(id, 'release', {
      ...{ kind: 'situation', title: '通报', draft: 1, elements, channels },
    });
    expect(out.body.irregularities.map(({ code }) => code)).toEqual(['sign_off']);
    expect((await office.incident(id)).clocks[0]?.metAt).toBe(publishedAt);
    expect((await signs(id, '王局')).body).toMatchObject({ stage: 'released', irregularities: [] });
  });

  it('below that one signature is enough', async () => {
    const id = await reviewed('影院起火丁', 'II');
    expect((await signs(id, '李明', head)).body).toMatchObject({ stage: 'signed', signOff: [] });
  });
});
