import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { opinionFile } from './opinion-file.js';

type Loose = Record<string, Record<string, unknown>>;

const file = (change: (rules: Loose) => void): unknown => {
  const rules = parse(readFileSync(resolve(__dirname, '../../config/opinion.yaml'), 'utf8')) as Loose;
  change(rules);
  return rules;
};

describe('config/opinion.yaml', () => {
  test('as shipped is whole and says that it is a proposal', () => {
    expect(opinionFile.parse(file(() => undefined)).status).toBe('PROPOSAL');
  });

  test.each<[string, (rules: Loose) => void]>([
    ['weights that do not make 1', (rules) => (rules['weights'] = { ...rules['weights'], spread: 0.9 })],
    ['lines out of order', (rules) => (rules['lines'] = { I: 50, II: 70, III: 40, IV: 30 })],
    [
      'bands that fall',
      (rules) =>
        (rules['spread'] = {
          ...rules['spread'],
          views: [
            { from: 9, score: 1 },
            { from: 3, score: 2 },
          ],
        }),
    ],
    ['no citation', (rules) => delete rules['citation']],
    ['a score above a hundred', (rules) => (rules['authority'] = { ...rules['authority'], otherwise: 101 })],
  ])('refuses %s', (_what, change) => {
    expect(opinionFile.safeParse(file(change)).success).toBe(false);
  });
});
