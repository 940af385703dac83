import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import { tablesOfKind, whatWouldChange } from './next-lines.js';
import { nextLineText } from './next-lines-text.js';

const { severity: rules, lexicon } = shippedReadingRules();
const figure = (value: number): Figure => ({
  value,
  bound: 'exact',
  span: String(value),
  field: 'text',
  start: 0,
  confidence: 0.95,
});
const NONE: Facts = {
  deaths: null,
  missing: null,
  seriousInjuries: null,
  injuries: null,
  poisoned: null,
  evacuated: null,
  economicLossYuan: null,
  magnitude: null,
};
const fire = tablesOfKind(lexicon, '火灾');
const change = (values: Partial<Record<keyof Facts, number>>, tables = fire) => {
  const given = Object.entries(values).map(([name, value]) => [name, figure(value)]);
  return whatWouldChange({ facts: { ...NONE, ...Object.fromEntries(given) }, tables }, rules);
};

describe('what would change the level', () => {
  it.each([
    [2, 3, 1, 'III', null, null],
    [9, 10, 1, 'II', 2, 'IV'],
    [10, 30, 20, 'I', 9, 'III'],
    [29, 30, 1, 'I', 9, 'III'],
    [30, null, null, null, 29, 'II'],
  ])('%d dead', (deaths, up, distance, graver, down, milder) => {
    const found = change({ deaths });
    const [more] = found.filter((one) => one.direction === 'graver');
    const [fewer] = found.filter((one) => one.direction === 'milder');
    expect([more?.at ?? null, more?.distance ?? null, more?.level ?? null]).toEqual([up, distance, graver]);
    expect([fewer?.at ?? null, fewer?.level ?? null]).toEqual([down, milder]);
  });

  it('counts the missing beside the dead', () => {
    const found = change({ deaths: 20, missing: 9 });
    expect(found.filter(({ direction }) => direction === 'graver').map(({ figure, at }) => [figure, at])).toEqual([
      ['deaths', 21],
      ['missing', 10],
    ]);
  });

  it('says nothing milder of a figure that does not hold the level alone', () => {
    const found = change({ deaths: 12, economicLossYuan: 60_000_000 });
    expect(found.filter(({ direction }) => direction === 'milder')).toEqual([]);
    expect(found.find(({ figure }) => figure === 'economicLossYuan')).toMatchObject({ at: 100_000_000, level: 'I' });
  });

  it('knows joint lines only where the rest of them holds', () => {
    const tables = tablesOfKind(lexicon, '安全播出突发事件');
    const cutHours = figure(0.5);
    const graded = (said: string[]) =>
      whatWouldChange(
        {
          facts: NONE,
          tables,
          circumstances: {
            quantities: { cutHours },
            said: said.map((id) => ({ id, field: 'text', start: 0, span: '' })),
          },
        },
        rules,
      );
    expect(graded(['outage', 'provincial'])).toContainEqual(
      expect.objectContaining({ figure: 'cutHours', at: 1, level: 'II', ruleId: 'AB-II', basis: 'INTERNAL' }),
    );
    expect(graded(['wrongBroadcast'])).toEqual([]);
  });

  it('is told in words', () => {
    const [line] = change({ deaths: 9 });
    if (!line) throw new Error('no line');
    expect(nextLineText(line)).toEqual({
      zh: expect.stringMatching(/^死亡再增1人\(达10人\)即为重大\(.*-II\)$/),
      en: expect.stringMatching(/^1 more dead \(10\) makes it II \(.*-II\)$/),
    });
  });
});
