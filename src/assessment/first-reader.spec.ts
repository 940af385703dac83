import { resolve } from 'node:path';
import type { NewArticle } from '../ingestion/article-identity.js';
import { loadSettings } from '../settings/settings.js';
import { ArticleAssessor } from './article-assessor.js';
import { CurrentRules } from './current-rules.js';
import { FirstReader } from './first-reader.js';

const settings = loadSettings({}, resolve(__dirname, '../..'));
const now = new Date('2026-03-05T04:00:00Z');

const article = (title: string, text = ''): NewArticle => ({
  itemKey: title,
  guid: null,
  title,
  text,
  link: null,
  publishedAt: null,
  publishedNote: 'absent',
});

test('an ordinary article is judged as the judging would; one that tells of a happening is left to it', async () => {
  const reader = new FirstReader(new ArticleAssessor(new CurrentRules(settings)));
  const ordinary = article('市公园新增赏花步道', '负责人表示,步道全长三公里。');
  const happening = article('某市仓库今晨发生火灾 已致3人死亡', '今天凌晨,某市一仓库发生火灾,造成3人死亡。');
  const [first, second] = await reader.of([ordinary, happening], now);
  const { explanation } = new ArticleAssessor(new CurrentRules(settings)).judge(
    { ...ordinary, publishedAt: now },
    null,
    null,
  );
  expect(first).toBe(JSON.stringify(explanation));
  expect(second).toBeNull();
});

test('what people may be asked about, in one jurisdiction or the other, is left to the judging', async () => {
  const reader = new FirstReader(new ArticleAssessor(new CurrentRules(settings)));
  const missed = article('甘肃兰州一渡口平台突然下沉 无人员伤亡');
  expect(await reader.of([missed], now)).toEqual([null]);
});

test('a batch that cannot be read is left to the judging, and the next one is read', async () => {
  const reader = new FirstReader(new ArticleAssessor(new CurrentRules(settings)));
  const broken = { ...article('x'), text: null as unknown as string };
  expect(await reader.of([broken], now)).toEqual([null]);
  expect(await reader.of([article('市公园开放')], now)).toEqual([expect.any(String)]);
});
