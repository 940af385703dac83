import { asksWhetherHappening, mayBeMissed } from './missed-happening.js';
import type { Judged } from './missed-happening.js';

const NOTHING = { deaths: null, missing: null, seriousInjuries: null, injuries: null, poisoned: null };
const READ = { isIncident: false, trap: null, scope: 'domestic', eventKind: '交通事故', places: ['甲省'] };
const figure = { value: 0 };

interface Given {
  missed?: number | null;
  evidence?: number;
  inScope?: boolean;
}

function judged(more: object = {}, { missed = 0.8, evidence = 0, inScope = false }: Given = {}): Judged {
  const facts = { ...NOTHING };
  return { reading: { facts, ...READ, ...more }, route: { inScope, why: { evidence } }, missed } as unknown as Judged;
}
const NATION = { jurisdiction: 'nation', line: 0.8 } as const;
const OFFICE = { jurisdiction: 'office', line: 0.8 } as const;

describe('asking people whether the rules missed a happening', () => {
  test('from the line on, on either side of it; not where nobody was heard', () => {
    const at = (missed: number | null) => asksWhetherHappening(judged({}, { missed }), NATION);
    expect([0.7999, 0.8, null].map(at)).toEqual([false, true, false]);
  });

  test('not of what the rules decided: a happening, a trap, abroad, the office’s own matter', () => {
    const settled = [{ isIncident: true }, { trap: 'drill' }, { scope: 'foreign' }];
    expect(settled.map((more) => asksWhetherHappening(judged(more), NATION))).toEqual([false, false, false]);
    expect(settled.map((more) => mayBeMissed(judged(more).reading))).toEqual([false, false, false]);
    expect(asksWhetherHappening(judged({}, { inScope: true, evidence: 3 }), OFFICE)).toBe(false);
  });

  test('the nation of what bears two signs: kind, harm, place; nobody hurt is a word of harm', () => {
    const noKind = { eventKind: null };
    expect(asksWhetherHappening(judged(noKind), NATION)).toBe(false);
    expect(asksWhetherHappening(judged({ ...noKind, facts: { ...NOTHING, deaths: figure } }), NATION)).toBe(true);
    expect(mayBeMissed(judged({ ...noKind, places: [] }).reading)).toBe(false);
  });

  test('the office of what comes near its own field, by one sign', () => {
    const faint = { eventKind: null };
    expect(asksWhetherHappening(judged(faint), OFFICE)).toBe(false);
    expect(asksWhetherHappening(judged(faint, { evidence: 1 }), OFFICE)).toBe(true);
  });
});
