import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assessArticle, prepareAssessor } from '../src/assessment/assess-article.js';
import { loadRules } from '../src/settings/rules.js';

/** Invented headlines, one a line: the lead (null: none of the office's matters), other leads a careful desk may choose, focuses. */
interface Line {
  title: string;
  lead: string | null;
  also: string[];
  focus: string[];
}

const root = resolve(__dirname, '..');
const lines = readFileSync(resolve(root, 'test/corpus/routing.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const assessor = prepareAssessor(loadRules(resolve(root, 'config')));
const routed = lines.map((line) => ({
  line,
  route: assessArticle({ title: line.title, text: '', publishedAt: new Date('2023-06-01T00:00:00Z') }, assessor).route,
}));
const ours = routed.filter(({ line }) => line.lead !== null);
const share = (part: number, whole: number): number => part / Math.max(whole, 1);
const f1 = (right: number, said: number, meant: number): number => share(2 * right, said + meant);

describe('invented headlines of all bureaus', () => {
  test('the office’s matters are told from the rest', () => {
    const found = ours.filter(({ route }) => route.inScope).length;
    const claimed = routed.filter(({ route }) => route.inScope).length;
    expect(f1(found, claimed, ours.length)).toBeGreaterThan(0.93);
    expect(share(claimed - found, claimed)).toBeLessThan(0.02);
  });

  test('they go to the bureau that answers for them', () => {
    const right = ours.filter(({ line, route }) => [line.lead, ...line.also].includes(route.lead));
    expect(share(right.length, ours.length)).toBeGreaterThan(0.86);
  });

  test('their focuses are told', () => {
    const right = ours.flatMap(({ line, route }) => route.focus.filter((focus) => line.focus.includes(focus)));
    const said = routed.flatMap(({ route }) => route.focus).length;
    const meant = ours.flatMap(({ line }) => line.focus).length;
    expect(f1(right.length, said, meant)).toBeGreaterThan(0.75);
  });
});
