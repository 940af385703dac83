import { resolve } from 'node:path';
import { LONGEST_READ } from '../domain/text/article-text.js';
import { loadRules } from '../settings/rules.js';
import { assessArticle, prepareAssessor } from './assess-article.js';
import { storySignature } from './story-signature.js';

const assessor = prepareAssessor(loadRules(resolve(__dirname, '../../config')));
const judge = (title: string, text: string) => {
  const article = { title, text, publishedAt: new Date('2026-05-12T10:00:00+08:00') };
  const assessment = assessArticle(article, assessor);
  return { assessment, signature: storySignature(article, assessment.reading, assessor) };
};

describe('judging an article', () => {
  test('a title without end costs and says no more than its beginning', () => {
    const title = '影院火灾死亡'.padEnd(LONGEST_READ.title, '灯');
    expect(judge(`${title}电视剧收费争议`, '')).toEqual(judge(title, ''));
  });

  test('gives nothing that JSON columns refuse, rare characters and a cut in the middle of one included', () => {
    const title = `𠮷𬭎影院火灾致11人死亡${'𠮷'.repeat(LONGEST_READ.title)}`;
    const written = JSON.stringify(judge(title, '𬭎'.repeat(LONGEST_READ.text)));
    expect(written).not.toMatch(/\\ud[89a-f]/i);
  });
});
