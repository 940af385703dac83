import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import type { Level } from '../level.js';
import { NO_CIRCUMSTANCES } from './circumstances/circumstances.js';
import type { SeverityRules } from './reading-rules.js';
import { type Grade, type GradeQuestion, gradesOf } from './severity.js';

const shipped = shippedReadingRules().severity;
/** With unread rows grading too, so that their lines are tested as well. */
const rules: SeverityRules = { ...shipped, unverifiedRowsGrade: true };

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

const figure = (value: number, bound: Figure['bound'] = 'exact'): Figure => ({
  value,
  bound,
  span: String(value),
  field: 'text',
  start: 0,
  confidence: 0.95,
});

const ACCIDENT = ['安全事故(分级标准试行)', '生产安全事故'];

function grades(facts: Partial<Facts>, tables: string[], more: Partial<GradeQuestion> = {}): Grade[] {
  return gradesOf(rules, {
    facts: { ...NONE, ...facts },
    tables,
    day: '2026-11-22',
    initial: true,
    hurt: false,
    circumstances: NO_CIRCUMSTANCES,
    ...more,
  });
}

const first = (facts: Partial<Facts>, tables: string[]): Level | undefined => grades(facts, tables)[0]?.level;

describe('国务院令第493号', () => {
  it.each([
    ['deaths', 0, 'IV'],
    ['deaths', 2, 'IV'],
    ['deaths', 3, 'III'],
    ['deaths', 9, 'III'],
    ['deaths', 10, 'II'],
    ['deaths', 29, 'II'],
    ['deaths', 30, 'I'],
    ['seriousInjuries', 9, 'IV'],
    ['seriousInjuries', 10, 'III'],
    ['seriousInjuries', 49, 'III'],
    ['seriousInjuries', 50, 'II'],
    ['seriousInjuries', 99, 'II'],
    ['seriousInjuries', 100, 'I'],
    ['economicLossYuan', 9_999_999, 'IV'],
    ['economicLossYuan', 10_000_000, 'III'],
    ['economicLossYuan', 49_999_999, 'III'],
    ['economicLossYuan', 50_000_000, 'II'],
    ['economicLossYuan', 99_999_999, 'II'],
    ['economicLossYuan', 100_000_000, 'I'],
  ] as const)('%s %d is %s', (fact, value, level) => {
    expect(first({ [fact]: figure(value) }, ACCIDENT)).toBe(level);
  });

  it('gives the gravest level that any one line reaches', () => {
    expect(first({ deaths: figure(2), economicLossYuan: figure(60_000_000) }, ACCIDENT)).toBe('II');
  });

  it('counts the dead outright and the missing provisionally', () => {
    const rule = { ...rules, rows: rules.rows.filter((row) => row.kind === '生产安全事故') };
    const question = {
      tables: ['生产安全事故'],
      day: null,
      initial: true,
      hurt: false,
      circumstances: NO_CIRCUMSTANCES,
    };
    const facts = { ...NONE, deaths: figure(2), missing: figure(1) };
    expect(gradesOf(rule, { facts, ...question })[0]).toMatchObject({ level: 'III', provisional: true });
    expect(gradesOf(rule, { facts: { ...NONE, deaths: figure(3) }, ...question })[0]).toMatchObject({
      level: 'III',
      provisional: false,
    });
  });
});

describe('basis', () => {
  it('is STATUTORY by a table of the kind, REFERENCE for a kind without one', () => {
    expect(grades({ deaths: figure(12) }, ACCIDENT)[0]).toMatchObject({ basis: 'STATUTORY', level: 'II' });
    expect(grades({ deaths: figure(12) }, [])[0]).toMatchObject({ basis: 'REFERENCE', level: 'II', ruleId: 'WS-II' });
  });

  it('sets the reference lines beside a milder table, and says so', () => {
    const found = grades({ deaths: figure(38) }, ['地震']);
    expect(found[0]).toMatchObject({ level: 'I', basis: 'REFERENCE' });
    expect(found).toContainEqual(expect.objectContaining({ level: 'III', basis: 'STATUTORY', ruleId: 'EQ-III' }));
  });

  it('leaves them out when the office wants the own table alone', () => {
    const own = { ...rules, reference: { ...rules.reference, alongsideOwnTable: false } };
    const question = { tables: ['地震'], day: null, initial: true, hurt: false, circumstances: NO_CIRCUMSTANCES };
    expect(gradesOf(own, { facts: { ...NONE, deaths: figure(38) }, ...question })[0]).toMatchObject({ level: 'III' });
  });

  it('shows a row of an unread source without grading by it', () => {
    const question = { tables: ['地质'], day: null, initial: true, hurt: false, circumstances: NO_CIRCUMSTANCES };
    const facts = { ...NONE, deaths: figure(4), economicLossYuan: figure(12_000_000) };
    const found = gradesOf(shipped, { facts, ...question });
    expect(found[0]).toMatchObject({ level: 'III', verified: true, counts: true });
    expect(found).toContainEqual(expect.objectContaining({ ruleId: 'GE-I', verified: false, counts: false }));
  });
});

describe('bounds and first guesses', () => {
  it('keeps 近百人 below the line of a hundred', () => {
    expect(grades({ seriousInjuries: figure(100, 'at_most') }, ACCIDENT)[0]).toMatchObject({
      level: 'II',
      provisional: true,
    });
  });

  it('guesses by magnitude only while no harm is known', () => {
    expect(first({ magnitude: figure(6.1) }, ['地震'])).toBe('II');
    expect(first({ magnitude: figure(6.1), deaths: figure(0) }, ['地震'])).toBe('IV');
    expect(grades({ magnitude: figure(7.2) }, ['地震'], { initial: false })).toEqual([]);
  });

  it('holds someone hurt without a number to be the lowest level at least', () => {
    expect(grades({}, ACCIDENT, { hurt: true })[0]).toMatchObject({ level: 'IV', provisional: true });
    expect(grades({}, ACCIDENT)).toEqual([]);
  });

  it('reads by the version of a row that was in force', () => {
    const [row] = rules.rows.filter((one) => one.id === 'WS-I');
    if (!row) throw new Error('WS-I');
    const older = {
      ...row,
      id: 'OLD-I',
      validFrom: '2000-01-01',
      validTo: '2010-12-31',
      anyOf: [{ metric: 'deaths' as const, gte: 20 }],
    };
    const newer = { ...row, validFrom: '2011-01-01' };
    const versions = { ...rules, rows: [older, newer] };
    const at = (day: string, deaths: number) =>
      gradesOf(versions, {
        facts: { ...NONE, deaths: figure(deaths) },
        tables: ['生产安全事故'],
        day,
        initial: true,
        hurt: false,
        circumstances: NO_CIRCUMSTANCES,
      }).map((one) => one.ruleId);
    expect(at('2010-12-31', 20)).toEqual(['OLD-I']);
    expect(at('2011-01-01', 20)).toEqual([]);
    expect(at('2011-01-01', 30)).toEqual(['WS-I']);
  });
});
