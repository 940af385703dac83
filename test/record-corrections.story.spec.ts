import type { IncidentView } from '../src/contract/incident.js';
import type { CaseRecord, Workspace } from '../src/contract/records/record.js';
import type { RecordKind } from '../src/domain/lifecycle/record-kind.js';
import { Office } from './support/office.js';

const official = { name: '李明', post: '司长', unit: '电影局' };
const elements = { facts: true, measures: true, results: false };

/** What is on record wrongly can be put right, whatever has been done since, and puts nothing else wrong. */
describe('corrections of records', () => {
  let office: Office;
  let id: string;
  let count = 0;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    const wish = { title: `影院坠物第${(count += 1)}件`, level: 'III', lead: 'FILM', co: [], text: '' };
    id = (await office.post<IncidentView>('/incidents', wish)).body.id;
  });

  async function makes(kind: RecordKind, body: object, supersedes?: CaseRecord) {
    const correction = supersedes && { supersedes: supersedes.id, reason: '写错了' };
    const path = `/incidents/${id}/records/${kind}`;
    const answer = await office.post<Workspace & { detail?: string }>(path, { body, ...correction });
    return { ...answer, made: answer.body.records?.filter((one) => one.kind === kind).at(-1) as CaseRecord };
  }
  const drafts = (base: number) =>
    makes('draft', { base, kind: 'situation', title: '通报', text: `第 ${base + 1} 稿`, elements });
  const review = (draft: number, result: string, name = '李明') => ({ draft, result, reviewer: { ...official, name } });
  const lacks = ({ body }: { body: Workspace }) =>
    body.steps.find(({ step }) => step === 'sign')?.missing.map(({ code }) => code);

  it('a decision on an older draft is corrected; the newest draft and its stage stay as they are', async () => {
    await drafts(0);
    const { made } = await makes('secrecy_review', review(1, 'passed'));
    await drafts(1);
    const passed = await makes('secrecy_review', review(2, 'passed'));
    expect(passed.body.stage).toBe('in_review');
    const corrected = await makes('secrecy_review', review(1, 'returned'), made);
    expect([corrected.status, corrected.body.stage]).toEqual([201, 'in_review']);
    expect(lacks(corrected)).toEqual([]);
    expect((await makes('secrecy_review', review(1, 'passed'))).status).toBe(409);
  });

  it('a corrected decision keeps its place: the later one on the same draft stands', async () => {
    await drafts(0);
    const { made } = await makes('secrecy_review', review(1, 'returned'));
    await makes('secrecy_review', review(1, 'passed'));
    expect(lacks(await makes('secrecy_review', review(1, 'returned', '王芳'), made))).toEqual([]);
  });

  it('a paper keeps its number, and the next one takes the next', async () => {
    const urging = { unit: 'FILM', demand: '请尽快', by: 'phone' };
    const { made } = await makes('urging', urging);
    const number = Number(/(\d+)号$/.exec(made.number ?? '')?.[1]);
    const first = await makes('urging', { ...urging, demand: '请于今日' }, made);
    expect([first.status, first.made.number]).toEqual([201, made.number]);
    const second = await makes('urging', { ...urging, demand: '请于中午' }, first.made);
    expect(second.made.number).toBe(made.number);
    expect((await makes('urging', { ...urging, demand: '再催' })).made.number).toContain(`〕${number + 1}号`);
  });

  describe('of a 转办单', () => {
    const order = (lead: string, co: string[] = []) => ({ lead, co, demand: `请${lead}办理` });
    const leadNow = async () => {
      const { lead, co, acknowledgedAt } = await office.incident(id);
      return { lead, co, signed: acknowledgedAt !== null };
    };
    beforeEach(async () => {
      await makes('assessment', { nature: '安全事故', disposition: 'CLARIFY', answer: true });
    });

    it('that is no longer the newest leaves the case with its present lead, and its signature', async () => {
      const { made } = await makes('transfer_order', order('SECURITY'));
      await makes('transfer_order', order('PUBLICITY', ['FILM']));
      await office.post(`/incidents/${id}/acknowledge`, {});
      const corrected = await makes('transfer_order', order('NEWS_PERIODICAL'), made);
      expect([corrected.status, corrected.made.body['lead']]).toEqual([201, 'NEWS_PERIODICAL']);
      expect(await leadNow()).toEqual({ lead: 'PUBLICITY', co: ['FILM'], signed: true });
    });

    it('that is the newest moves the case, and leaves who has joined since', async () => {
      const { made } = await makes('transfer_order', order('SECURITY', ['FILM']));
      await office.post(`/incidents/${id}/assign`, { lead: 'SECURITY', co: ['FILM', 'PUBLICITY'] });
      await makes('transfer_order', order('NEWS_PERIODICAL', ['TV_DRAMA']), made);
      expect(await leadNow()).toEqual({ lead: 'NEWS_PERIODICAL', co: ['PUBLICITY', 'TV_DRAMA'], signed: false });
    });

    it('that was overtaken by hand moves nothing', async () => {
      const { made } = await makes('transfer_order', order('SECURITY'));
      await office.post(`/incidents/${id}/assign`, { lead: 'PUBLICITY', co: [] });
      await makes('transfer_order', order('NEWS_PERIODICAL'), made);
      expect((await leadNow()).lead).toBe('PUBLICITY');
    });
  });
});
