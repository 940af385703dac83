import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ArticleText } from '../domain/text/article-text.js';
import { ThreadFault } from '../ingestion/reading/thread.js';
import { loadSettings } from '../settings/settings.js';
import { ArticleAssessor } from './article-assessor.js';
import { AssessmentAway, AssessmentThread } from './assessment-thread.js';
import { CurrentRules } from './current-rules.js';
import { FirstReader } from './first-reader.js';

const root = resolve(__dirname, '../..');
const settings = loadSettings({}, root);
const LIMITS = { timeLimitMs: 5_000, heapMb: 256 };
const article = (title: string): ArticleText => ({ title, text: '', publishedAt: new Date('2026-03-05T04:00:00Z') });

/** A thread that dies of one title, never ends with another, has a fault for a third, and tells the rules it was begun with. */
const FRAGILE = `
const { parentPort, workerData } = require('node:worker_threads');
const told = ({ title }) => {
  if (title === 'deadly') process.exit(1);
  if (title === 'endless') for (;;);
  if (title === 'faulty') throw new RangeError('faulty');
  return { assessment: workerData.training.version, signature: title };
};
parentPort.on('message', ({ assess, firstLook }) => {
  try {
    parentPort.postMessage(assess ? { assessed: assess.map(told) } : { firstLook: firstLook.map((one) => told(one).signature) });
  } catch (fault) {
    parentPort.postMessage({ fault });
  }
});`;

describe('the thread of assessments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assessing-'));
  const file = 'fragile.cjs';
  writeFileSync(join(folder, file), FRAGILE);
  const threads: AssessmentThread[] = [];
  const thread = (timeLimitMs = LIMITS.timeLimitMs, name = file, current = new CurrentRules(settings)) => {
    const begun = new AssessmentThread(folder, current, { ...LIMITS, timeLimitMs }, name);
    threads.push(begun);
    return begun;
  };
  afterAll(() => {
    for (const one of threads) one.onApplicationShutdown();
    rmSync(folder, { recursive: true });
  });

  test('an article it dies of, or has a fault for, is that article’s fault; the next ones are answered', async () => {
    const fragile = thread();
    await expect(fragile.assess([article('a'), article('deadly')])).rejects.toMatchObject({ reason: 'died' });
    await expect(fragile.assess([article('deadly')])).rejects.toBeInstanceOf(ThreadFault);
    await expect(fragile.assess([article('faulty')])).rejects.toMatchObject({ name: 'RangeError', message: 'faulty' });
    expect(await fragile.assess([article('a')])).toMatchObject([{ signature: 'a' }]);
  });

  test('an article it does not come to an end with costs its time and no more', async () => {
    const fragile = thread(1_000);
    const asked = [fragile.assess([article('endless')]), fragile.assess([article('b')])];
    const [endless, after] = await Promise.allSettled(asked);
    expect(endless).toMatchObject({ status: 'rejected', reason: { reason: 'time' } });
    expect(after).toMatchObject({ status: 'fulfilled' });
  });

  test('a thread that cannot be begun at all is no article’s fault, nor is one that was stopped', async () => {
    const none = thread(LIMITS.timeLimitMs, 'nowhere.cjs');
    await expect(none.assess([article('a')])).rejects.toBeInstanceOf(AssessmentAway);
    const stopped = thread();
    const underWay = stopped.assess([article('endless')]);
    stopped.onApplicationShutdown();
    await expect(underWay).rejects.toBeInstanceOf(AssessmentAway);
    await expect(stopped.assess([article('a')])).rejects.toBeInstanceOf(AssessmentAway);
  });

  test('judges by the rules of now', async () => {
    const current = new CurrentRules(settings);
    const fragile = thread(LIMITS.timeLimitMs, file, current);
    const versions = async () => (await fragile.assess([article('a')])).map(({ assessment }) => assessment);
    expect(await versions()).toEqual([settings.rules.training.version]);
    current.change({ training: { ...current.rules.training, version: 'newer' } });
    expect(await versions()).toEqual(['newer']);
  });

  test('first looks of a thread that died are left to the judging', async () => {
    const current = new CurrentRules(settings);
    const reader = new FirstReader(new ArticleAssessor(current), thread());
    const news = ['a', 'deadly'].map((title) => ({
      ...{ title, itemKey: title, guid: null, text: 'x'.repeat(60_000), link: null },
      ...{ publishedAt: null, publishedNote: 'absent' as const },
    }));
    expect(await reader.of(news, new Date(0))).toEqual(['a', null]);
  });
});

const BUILT = join(root, 'dist/src');
const isBuilt = existsSync(join(BUILT, 'assessment/assessment.worker.js'));
if (!isBuilt) console.warn('dist is not built: the thread of assessments is not tested in its built form');

(isBuilt ? test : test.skip)('the built thread judges as the process itself would', async () => {
  const current = new CurrentRules(settings);
  const built = new AssessmentThread(BUILT, current);
  const asked = [
    article('某市仓库今晨发生火灾 已致13人死亡'),
    { ...article('市公园开放'), text: '公园今日开放。'.repeat(4_000) },
  ];
  const judged = (assessor: ArticleAssessor) => assessor.judgeAll(asked.map((one) => [one, 'id', 'core', null]));
  const [inThread, here] = [
    await judged(new ArticleAssessor(current, built)),
    await judged(new ArticleAssessor(current)),
  ];
  built.onApplicationShutdown();
  const told = (all: typeof here) => all.map((one) => ({ ...one, signature: one.signature() }));
  expect(JSON.stringify(told(inThread))).toBe(JSON.stringify(told(here)));
});
