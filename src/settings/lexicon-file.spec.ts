import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { shippedReadingRules } from '../../test/support/reading-rules.js';
import { lexiconFile } from './lexicon-file.js';

const written = parse(readFileSync(join(__dirname, '..', '..', 'config', 'lexicon.yaml'), 'utf8')) as Record<
  string,
  unknown
>;
const { lexicon, severity } = shippedReadingRules();

describe('lexicon.yaml', () => {
  it('parts a string into words', () => {
    expect(lexicon.casualty.missing).toContain('失联');
    expect(lexicon.casualty.missing.some((word) => /\s/.test(word))).toBe(false);
  });

  it('names only kinds that severity.yaml has rows for', () => {
    const known = new Set(severity.rows.map((row) => row.kind));
    expect(lexicon.kinds.flatMap((kind) => kind.tables).filter((table) => !known.has(table))).toEqual([]);
  });

  it('has every province, with its cities', () => {
    expect(Object.keys(lexicon.places.divisions)).toHaveLength(31);
    expect(Object.keys(lexicon.places.divisions['贵州省'] ?? {})).toContain('铜仁市');
  });

  it.each([
    ['a list that is no string', { ...written, masks: ['甲', '乙'] }],
    ['a kind twice', { ...written, kinds: [...lexicon.kinds, ...lexicon.kinds].map(asWritten) }],
    ['a field nobody knows', { ...written, colour: 'red' }],
    ['an empty list where words are needed', { ...written, casualty: { ...(written.casualty as object), death: '' } }],
    ['variants that are not pairs', { ...written, variants: '傷 伤' }],
  ])('refuses %s', (_, file) => {
    expect(lexiconFile.safeParse(file).success).toBe(false);
  });
});

function asWritten(kind: (typeof lexicon.kinds)[number]): object {
  return { ...kind, tables: kind.tables.join(' '), words: kind.words.join(' '), weak: kind.weak.join(' ') };
}
