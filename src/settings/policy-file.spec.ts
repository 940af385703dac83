import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { ClockRule, Policy } from '../domain/clocks/policy.js';
import { policyFile } from './policy-file.js';

const shipped = (): Policy => parse(readFileSync(resolve(__dirname, '../../config/policy.yaml'), 'utf8')) as Policy;

/** The shipped policy with one clock changed; what is said of it. */
function told(kind: ClockRule['kind'], change: (rule: ClockRule) => Partial<ClockRule> | null): string[] {
  const policy = shipped();
  const clocks = policy.clocks.flatMap((rule) => {
    const changed = rule.kind === kind ? change(rule) : {};
    return changed === null ? [] : [{ ...rule, ...changed }];
  });
  return saidOf({ ...policy, clocks });
}
const saidOf = (policy: unknown): string[] =>
  policyFile.safeParse(policy).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('config/policy.yaml', () => {
  test('as shipped is accepted', () => {
    expect(saidOf(shipped())).toEqual([]);
  });

  test.each<[string, string[], string]>([
    [
      'a journal kept for less than half a year',
      saidOf({ ...shipped(), retention: { ...shipped().retention, journalMonths: 5 } }),
      'retention.journalMonths: 审计链至少保存 6 个月',
    ],
    ['a limit left out', told('statement_5h', () => null), 'statement_5h'],
    ['a cadence for a limit of the notices', told('statement_5h', () => ({ newFactHours: 1 })), 'follow_up alone'],
    ['a closer cadence that is none', told('follow_up', () => ({ newFactHours: 25 })), 'must lie between'],
    ['a limit made wider', told('statement_5h', () => ({ hours: 6 })), 'clocks.0.hours'],
    [
      'another answer to the five hours',
      told('statement_5h', () => ({ answeredBy: 'press_conference' })),
      'only statement',
    ],
    [
      'another answer to the day',
      told('press_conference_24h', () => ({ answeredBy: 'statement' })),
      'only press_conference',
    ],
    [
      'a level left out',
      told('statement_5h', ({ startsFor }) => ({ startsFor: { ...startsFor, levels: ['I'] } })),
      'add: II',
    ],
    [
      'a basis left out',
      told('press_conference_24h', ({ startsFor }) => ({
        startsFor: { ...startsFor, bases: ['OFFICIAL', 'REFERENCE'] },
      })),
      'add: STATUTORY',
    ],
    [
      'no word of a passed limit',
      told('other_48h', ({ thresholds }) => ({ thresholds: thresholds.slice(0, -1) })),
      'key: due',
    ],
    [
      'a word of a passed limit before it',
      told('other_48h', () => ({ thresholds: [{ key: 'due', share: 0.9, audience: ['lead'] }] })),
      'key: due',
    ],
    [
      'no word of an opened case',
      told('statement_5h', ({ thresholds }) => ({ thresholds: thresholds.filter((one) => one.key !== 'opened') })),
      'at: opening',
    ],
    [
      'a key that the engine uses itself',
      told('other_48h', ({ thresholds }) => ({
        thresholds: [...thresholds, { key: 'half_held', share: 0.6, audience: ['lead'] }],
      })),
      'half_held',
    ],
  ])('refuses %s, and says what to write', (_, messages, part) => {
    expect(messages).toEqual([expect.stringContaining(part)]);
    expect(messages[0]).toContain(' · ');
  });

  test('refuses a duty that is listed twice, and tells all faults at once', () => {
    const policy = shipped();
    const [first] = policy.clocks;
    const twice = saidOf({ ...policy, clocks: [...policy.clocks, { ...first, answeredBy: 'press_conference' }] });
    expect(twice).toEqual([expect.stringContaining('listed twice'), expect.stringContaining('only statement')]);
  });
});
