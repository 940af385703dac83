import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { bureausFile } from './bureaus-file.js';

const shipped = (): Record<string, unknown> =>
  parse(readFileSync(resolve(__dirname, '../../config/bureaus.yaml'), 'utf8')) as Record<string, unknown>;

describe('config/bureaus.yaml', () => {
  test('as shipped holds the 25 units of 2017-06-02, with no contacts filled in', () => {
    const rules = bureausFile.parse(shipped());
    expect(rules.units).toHaveLength(25);
    expect(rules.asOf).toBe('2017-06-02');
    expect(rules.units.every((unit) => Object.keys(unit.contacts).length === 0)).toBe(true);
  });

  test('every fault is told with its place', () => {
    const rules = shipped();
    const faulty = {
      ...rules,
      fallback: 'NOBODY',
      cross: [{ id: 'X', when: { all: [['@nowhere']] }, lead: 'NOBODY', co: [] }],
    };
    const messages = bureausFile.safeParse(faulty).error?.issues.map((issue) => issue.message) ?? [];
    expect(messages).toEqual([
      '没有这个单位,请用 units 中的代码 · no such unit, use a code of units: NOBODY',
      '没有这个单位,请用 units 中的代码 · no such unit, use a code of units: NOBODY',
      '没有这个词组 · no such word set: @nowhere',
    ]);
  });

  test('the press office cannot be left out: alerts go there', () => {
    const rules = shipped() as { units: { code: string }[] };
    const units = rules.units.filter(({ code }) => code !== 'GENERAL_OFFICE');
    const messages = bureausFile.safeParse({ ...rules, units }).error?.issues.map((issue) => issue.message) ?? [];
    expect(messages).toEqual(expect.arrayContaining([expect.stringContaining('缺少 GENERAL_OFFICE')]));
  });
});
