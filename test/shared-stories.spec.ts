import { join, resolve } from 'node:path';
import { assessArticle, prepareAssessor } from '../src/assessment/assess-article.js';
import { storySignature } from '../src/assessment/story-signature.js';
import { clusterCommand } from '../src/commands/cluster.js';
import { clusterAll } from '../src/domain/stories/story-cluster.js';
import { loadRules } from '../src/settings/rules.js';
import { answersOf, measuring, PUBLIC_DATA, readLines, scored } from './support/public-data.js';

const rules = loadRules(resolve(__dirname, '../config'));

interface ClusterScore {
  bcubed: { f1: number };
  pair: { p: number; f1: number };
  predClustersMixingEvents: number;
}

async function clusterScore(set: string): Promise<ClusterScore> {
  const lines = readLines(join(PUBLIC_DATA, 'clusters', set));
  return scored<ClusterScore>('clusters', set, await answersOf((io) => clusterCommand([], io, rules), lines));
}

measuring('clusters')('stories on public articles', () => {
  test('headlines on one happening join, and no two happenings mix', async () => {
    const { bcubed, pair, predClustersMixingEvents } = await clusterScore('headlines_open.jsonl');
    expect(bcubed.f1).toBeGreaterThan(0.95);
    expect(pair.f1).toBeGreaterThan(0.9);
    expect(pair.p).toBeGreaterThan(0.96);
    expect(predClustersMixingEvents).toBeLessThanOrEqual(1);
  });

  test('so do full texts', async () => {
    const { pair, predClustersMixingEvents } = await clusterScore('articles_open.jsonl');
    expect(pair.f1).toBeGreaterThan(0.75);
    expect(predClustersMixingEvents).toBeLessThanOrEqual(1);
  });
});

interface Labelled {
  case: { id: string; title: string; text: string | null };
  gold: { event: string | null; alert: boolean | null };
}

measuring('severity')('labelled happenings, all served on one day', () => {
  test('open one story each: none is told twice, none mixes two', () => {
    const assessor = prepareAssessor(rules);
    const served = new Date('2026-11-22T04:00:00Z');
    const items = readLines(join(PUBLIC_DATA, 'severity/open.jsonl')) as unknown as Labelled[];
    const read = items.map(({ case: { title, text } }) => {
      const article = { title, text: text ?? '', publishedAt: served };
      const { reading } = assessArticle(article, assessor);
      return { alert: reading.alert, signature: storySignature(article, reading, assessor) };
    });
    const stories = clusterAll(read.map((one) => one.signature));
    const eventsOf = new Map<number, Set<string>>();
    items.forEach(({ gold }, at) => {
      const story = stories[at] ?? -1;
      if (!read[at]?.alert || !gold.alert || !gold.event) return;
      eventsOf.set(story, (eventsOf.get(story) ?? new Set()).add(gold.event));
    });
    const events = new Set([...eventsOf.values()].flatMap((one) => [...one]));
    expect(eventsOf.size / events.size).toBeLessThanOrEqual(1.2);
    expect([...eventsOf.values()].filter((one) => one.size > 1)).toEqual([]);
    expect(events.size).toBeGreaterThan(15);
  });
});
