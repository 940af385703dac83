import { route, type RoutingFlags } from './routing.js';
import type { BureauRules, BureauUnit } from './routing-rules.js';
import { compileRouting } from './routing-tables.js';

const unit = (code: string, strong: string[], support: string[] = []): BureauUnit => ({
  ...{ code, nameZh: code, nameEn: code, duty: code, strong, support },
  ...{ contacts: {}, confidence: 'test' },
});

const rules: BureauRules = {
  ...{ version: '1', asOf: '2017-06-02', source: 'test', fallback: 'OFFICE', casualties: 'GUARD' },
  weights: { strong: 3, support: 1, title: 2, least: 3, maxCo: 2 },
  units: [
    unit('COPYRIGHT', ['盗版']),
    unit('FILM', ['电影', '影院'], ['上映']),
    unit('ONLINE', ['网络电影', '短剧'], ['平台']),
    unit('GUARD', ['火灾']),
    unit('OFFICE', ['发布会']),
  ],
  sets: { organ: ['总局'], field: ['电影', '影院', '短剧'] },
  idle: ['电影机'],
  cross: [{ id: 'PIRACY', when: { all: [['盗版']] }, lead: 'COPYRIGHT', co: [] }],
  scope: {
    ...{ line: 3, voteLine: 0.8, strongVoteLine: 0.95, document: { title: 5, opening: 1 }, opening: [] },
    rules: [
      { id: 'ORGAN', weight: 3, when: { all: [['@organ']] } },
      { id: 'FIELD', weight: 1, when: { all: [['@field']] } },
      { id: 'HARM', weight: 2, when: { all: [['@field'], ['火灾', '盗版']], none: ['外国'] } },
      { id: 'DOUBT', weight: 1, when: { all: [['质疑']] } },
      { id: 'PAY', weight: 1, lead: 'FILM', when: { all: [['片酬']] } },
    ],
  },
  focus: [
    { id: 'POLICY', focus: 'MAJOR_POLICY', when: { all: [['@organ']] } },
    { id: 'FIRE', focus: 'MAJOR_EMERGENCY', leads: ['FILM'], when: { all: [['火灾']] } },
  ],
  disposition: [
    { id: 'RUMOUR', disposition: 'REFUTE_AND_REFER', traps: ['rumour'] },
    { id: 'FIRE', disposition: 'INVESTIGATE_PROBLEM', focus: ['MAJOR_EMERGENCY'] },
    { id: 'COPIES', disposition: 'TRANSFER_OUT', leads: ['COPYRIGHT'], when: { all: [['外国']] } },
    { id: 'REST', disposition: 'MONITOR_ONLY' },
  ],
};

const registry = {
  version: 'r1',
  items: [
    {
      ...{ id: 'halls', title: '影院办法', aliases: [], number: null, bureau: 'ONLINE', issuedOn: null },
      ...{ validFrom: null, validTo: null, source: 'test', confidence: 'H' },
    },
  ],
};
const tables = compileRouting(rules, registry);
const none: RoutingFlags = { casualties: false, foreign: false };
const routed = (title: string, flags = none, text = '') => route({ title, text }, flags, tables);

describe('the route of an item', () => {
  test('names the bureau whose words stand in it, and says why', () => {
    const { inScope, lead, co, focus, why } = routed('某影院发生火灾');
    expect({ inScope, lead, co, focus }).toEqual({
      inScope: true,
      lead: 'FILM',
      co: ['GUARD'],
      focus: ['MAJOR_EMERGENCY'],
    });
    expect(why.scope.map((one) => one.rule)).toEqual(['FIELD', 'HARM']);
    expect(why.scores.map((one) => [one.code, one.score])).toEqual([
      ['FILM', 6],
      ['GUARD', 6],
    ]);
  });

  test('a longer word hides the shorter one inside it', () => {
    expect(routed('总局谈网络电影').lead).toBe('ONLINE');
    expect(routed('总局谈电影').lead).toBe('FILM');
  });

  test('a word inside an idle word means nothing', () => {
    expect(routed('他用电影机记录火灾').inScope).toBe(false);
  });

  test('a fixed rule goes before the score; the scored unit joins', () => {
    expect(routed('短剧平台盗版电影')).toMatchObject({ lead: 'COPYRIGHT', co: ['ONLINE', 'FILM'] });
  });

  test('where no unit’s words speak, the unit named by the rule of scope answers', () => {
    expect(routed('总局谈片酬')).toMatchObject({ inScope: true, lead: 'FILM' });
  });

  test('the General Office takes what no unit claims', () => {
    expect(routed('总局今日发言')).toMatchObject({ inScope: true, lead: 'OFFICE', co: [] });
  });

  test('out of scope there is neither lead nor focus', () => {
    expect(routed('外国影院火灾')).toMatchObject({ inScope: false, lead: null, co: [], focus: [] });
  });

  test('casualties bring in the guard, whatever the lead', () => {
    expect(routed('总局谈电影', { casualties: true, foreign: false }).co).toEqual(['GUARD']);
  });

  test('the second opinion tips only what is a point short, two where it is sure, and only towards the office', () => {
    const ours = { casualties: false, foreign: false, vote: () => ({ subject: 'MAJOR_POLICY' as const, share: 0.9 }) };
    const sure = { casualties: false, foreign: false, vote: () => ({ subject: 'MAJOR_POLICY' as const, share: 0.96 }) };
    const notOurs = { casualties: false, foreign: false, vote: () => ({ subject: 'NONE' as const, share: 0.99 }) };
    expect(routed('观众质疑电影').inScope).toBe(false);
    expect(routed('观众质疑电影', ours).inScope).toBe(true);
    expect(routed('一部电影', ours).inScope).toBe(false);
    expect(routed('一部电影', sure).inScope).toBe(true);
    expect(routed('一部小书', sure).inScope).toBe(false);
    expect(routed('影院火灾', notOurs).inScope).toBe(true);
  });

  test('what happened abroad is not the office’s matter', () => {
    expect(routed('影院发生火灾', { casualties: false, foreign: true }).inScope).toBe(false);
  });

  test('who drafted the document goes before the fixed rules, and its name makes it the office’s matter', () => {
    const named = routed('《影院办法》谈盗版');
    expect(named).toMatchObject({ inScope: true, lead: 'ONLINE' });
    expect(named.why).toMatchObject({ registry: 'r1', documents: [{ id: 'halls', words: ['《影院办法》'] }] });
  });

  test('proposes how to answer, by the first rule that holds; nothing out of scope', () => {
    expect(routed('影院火灾').disposition).toEqual({ answer: 'INVESTIGATE_PROBLEM', rule: 'FIRE', words: [] });
    expect(routed('影院火灾', { ...none, trap: 'rumour' }).disposition?.answer).toBe('REFUTE_AND_REFER');
    expect(routed('总局谈外国盗版').disposition).toEqual({
      answer: 'TRANSFER_OUT',
      rule: 'COPIES',
      words: ['外国'],
    });
    expect(routed('总局今日发言').disposition?.rule).toBe('REST');
    expect(routed('今日发言').disposition).toBeNull();
  });

  test('an ended unit hands its matters to its successor, or to the General Office', () => {
    const units = rules.units.map((one) =>
      one.code === 'FILM'
        ? { ...one, validTo: '2018-03-31', successor: 'ONLINE' }
        : { ...one, validTo: one.code === 'COPYRIGHT' ? '2018-03-31' : undefined },
    );
    const changed = compileRouting({ ...rules, units });
    const on = (title: string, publishedAt: string) =>
      route({ title, text: '', publishedAt: new Date(publishedAt) }, none, changed).lead;
    expect(on('总局谈电影', '2018-03-31T15:59:00Z')).toBe('FILM');
    expect(on('总局谈电影', '2018-03-31T16:00:00Z')).toBe('ONLINE');
    expect(on('电影盗版', '2019-01-01T00:00:00Z')).toBe('OFFICE');
  });

  test('an instant that is none counts as no day', () => {
    expect(route({ title: '影院火灾', text: '', publishedAt: new Date(NaN) }, none, tables).lead).toBe('FILM');
  });
});
