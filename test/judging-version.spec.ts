import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AssessmentRules, assessArticle, prepareAssessor } from '../src/assessment/assess-article.js';
import { canonicalJson } from '../src/domain/explanation/canonical-json.js';
import type { ArticleText } from '../src/domain/text/article-text.js';

/** Rules of this test alone, cut short from what once shipped (what is edited in `config/` does not touch them), and invented articles. */
const FILE = join(__dirname, 'corpus', 'pinned-judgements.jsonl');

/** The code's version, and what it makes of the articles. */
const PIN = '11-e70581eb323994fd';

test('code that judges otherwise bears another version', () => {
  const [rules, ...articles] = readFileSync(FILE, 'utf8').trim().split('\n');
  const assessor = prepareAssessor(JSON.parse(rules ?? '') as AssessmentRules);
  const publishedAt = new Date('2026-11-20T10:00:00+08:00');
  const judged = articles.map((line) => {
    const article = JSON.parse(line) as Pick<ArticleText, 'title' | 'text'>;
    const { reading, route, missed } = assessArticle({ ...article, publishedAt }, assessor);
    return { reading, route, missed };
  });
  const plain: unknown = JSON.parse(JSON.stringify(judged));
  const digest = createHash('sha256').update(canonicalJson(plain)).digest('hex').slice(0, 16);
  const made = `${assessor.version.split('-')[0]}-${digest}`;
  if (made !== PIN)
    throw new Error(
      `judgements are no longer as pinned (${PIN}): raise CODE in judging-version.ts and pin anew: ${made}`,
    );
});
