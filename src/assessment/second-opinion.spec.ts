import { resolve } from 'node:path';
import { withDecided } from '../domain/second-opinion/decided-titles.js';
import { loadRules } from '../settings/rules.js';
import { assessArticle, prepareAssessor } from './assess-article.js';

const rules = loadRules(resolve(__dirname, '../../config'));
const grave = {
  title: '某省某市一影城发生火灾 已致12人死亡',
  text: '记者从应急管理部门获悉,今天凌晨,该市一影城发生火灾,造成12人死亡。',
  publishedAt: new Date('2026-03-05T04:00:00Z'),
};

test('whatever people decided before, it lowers neither level nor alert nor scope of what the rules found', () => {
  const endings = Array.from({ length: 500 }, (_, n) => `${grave.title} ${n}`);
  const dismissed = endings.map((title) => ({ title, subject: 'NONE' as const, happening: 'OTHER' as const }));
  const training = withDecided(rules.training, dismissed, 'dismissed');
  const [before, after] = [rules, { ...rules, training }].map((by) => assessArticle(grave, prepareAssessor(by)));
  expect(before?.reading).toMatchObject({ level: 'II', alert: true });
  expect(after?.reading).toEqual(before?.reading);
  expect(after?.route).toEqual(before?.route);
  expect(after).toMatchObject({ missed: null });
  expect(after?.version).not.toBe(before?.version);
});
