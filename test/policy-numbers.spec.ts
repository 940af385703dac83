import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { CHANNELS } from '../src/channels/channels.js';
import { policyEn } from '../src/web/locales/en/policy.js';
import { policyZh } from '../src/web/locales/zh-CN/policy.js';
import { NUMBER_PARTS, numbersOf, type ShownPolicy } from '../src/web/policy/policy-numbers.js';

const file = resolve(__dirname, '../config/policy.yaml');
const kinds = CHANNELS.map(({ name, words, content }) => ({ name, ...words, content }));
const policy = parse(readFileSync(file, 'utf8')) as ShownPolicy;

describe('the numbers of the policy that the page shows', () => {
  it('each has a word and a unit in both languages', () => {
    const rows = NUMBER_PARTS.flatMap((part) => numbersOf(part, policy, kinds));
    for (const { policy: words } of [policyZh, policyEn])
      for (const row of rows) {
        if ('name' in row) expect(words.number).toHaveProperty(row.name);
        if ('unit' in row)
          for (const held of Object.keys(row.of)) expect(words.unit[row.unit]).toContain(`{{${held}}}`);
        else expect(words.word).toHaveProperty(row.word);
      }
  });

  it('are those of the file', () => {
    expect(numbersOf('retention', policy, kinds)).toContainEqual({
      name: 'personalClosed',
      unit: 'days',
      of: { n: 90 },
    });
    expect(numbersOf('collection', policy, kinds)[0]).toEqual({
      name: 'core',
      unit: 'between',
      of: { fastest: 30, slowest: 60 },
    });
    expect(numbersOf('desk', policy, kinds)).toContainEqual({ name: 'attachment', unit: 'megabytes', of: { n: 20 } });
    expect(numbersOf('channels', policy, kinds)).toHaveLength(CHANNELS.length);
    expect(numbersOf('quietHours', policy, kinds)).toEqual([]);
  });

  it('tell what the office has set otherwise', () => {
    const quietHours = { leadership: { from: '22:30', to: '07:00' } };
    expect(numbersOf('quietHours', { ...policy, quietHours }, kinds)).toEqual([
      { name: 'quietLeadership', unit: 'span', of: { from: '22:30', to: '07:00' } },
    ]);
    const retention = { ...policy.retention, personal: undefined };
    expect(numbersOf('retention', { ...policy, retention }, kinds)).toContainEqual({
      name: 'personalClosed',
      word: 'never',
    });
  });
});
