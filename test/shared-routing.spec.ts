import { join, resolve } from 'node:path';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { assessArticle, prepareAssessor } from '../src/assessment/assess-article.js';
import { assessCommand } from '../src/commands/assess.js';
import { loadRules } from '../src/settings/rules.js';
import { answersOf, measuring, PUBLIC_DATA, readLines, scored } from './support/public-data.js';

const rules = loadRules(resolve(__dirname, '../config'));

interface RoutingScore {
  scope: { precision: number; recall: number; f1: number };
  lead: { strict: number; acceptable: number };
  focus: { micro: { f1: number } };
}

/** Every n-th headline of the raw stream, whatever it is about. */
async function sampledHeadlines(every: number): Promise<string[]> {
  const packed = createReadStream(join(PUBLIC_DATA, 'headlines/2025-03_2025-08.tsv.gz')).pipe(createGunzip());
  const titles: string[] = [];
  let at = 0;
  for await (const line of createInterface({ input: packed })) {
    if (at++ % every === 0) titles.push(line.split('\t')[2] ?? '');
  }
  return titles;
}

measuring('routing')('routing on public headlines', () => {
  test('finds the office’s matters, their bureau and focus', async () => {
    const lines = readLines(join(PUBLIC_DATA, 'routing/open.jsonl'));
    const answers = await answersOf((io) => assessCommand([], io, rules), lines);
    const { scope, lead, focus } = scored<RoutingScore>('routing', 'open.jsonl', answers);
    expect(scope.precision).toBeGreaterThan(0.85);
    expect(scope.recall).toBeGreaterThan(0.88);
    expect(lead.strict).toBeGreaterThan(0.75);
    expect(lead.acceptable).toBeGreaterThan(0.8);
    expect(focus.micro.f1).toBeGreaterThan(0.77);
  });
});

measuring('headlines')('an unselected stream of headlines', () => {
  test('is seldom claimed for the office: at most one in a hundred', async () => {
    const assessor = prepareAssessor(rules);
    const titles = await sampledHeadlines(180);
    const claimed = titles.filter(
      (title) => assessArticle({ title, text: '', publishedAt: null }, assessor).route.inScope,
    );
    expect(titles.length).toBeGreaterThan(2000);
    expect(claimed.length / titles.length).toBeLessThan(0.01);
    expect(claimed.length / titles.length).toBeGreaterThan(0.001);
  });
});
