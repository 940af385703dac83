import { signature, type StoryArticle, type StorySignature } from '../../domain/stories/story.js';
import { chances, wordOfRank } from './generated-archive.js';

const WORDS = 30_000;
const TITLE_WORDS = 7;
const PROVINCES = 30;
const CITIES = 12;
const COUNTIES = 8;
const KINDS = ['火灾', '爆炸', '交通事故', '坍塌垮塌', '地质灾害', '刑事案件', '溺水', '食物中毒'];
const DAY = new Date('2026-03-05T04:00:00Z');

/** The n-th happening of one week, in one of some thousand counties; `telling` others than 0 report it in other words. */
export function generatedReport(n: number, telling = 0): StoryArticle {
  const draw = chances(n + 1);
  const below = (end: number): number => Math.floor(draw() * end);
  const [province, city, county] = [below(PROVINCES), below(CITIES), below(COUNTIES)];
  const words = Array.from({ length: TITLE_WORDS }, () => wordOfRank(Math.floor(WORDS ** draw()) - 1));
  const names = [
    `${wordOfRank(20_000 + province)}省`,
    `${wordOfRank(21_000 + province * CITIES + city)}市`,
    `${wordOfRank(22_000 + (province * CITIES + city) * COUNTIES + county)}县`,
  ];
  const kind = KINDS[below(KINDS.length)] ?? null;
  if (telling > 0) words[telling % TITLE_WORDS] = wordOfRank(telling * 97);
  return {
    title: words.join(''),
    publishedAt: DAY,
    // Most headlines name neither a place nor a kind of happening.
    places: n % 20 === 0 ? names : [],
    eventKind: n % 10 === 0 ? kind : null,
    deaths: n % 40 === 0 ? below(12) : null,
  };
}

export const generatedSignature = (n: number, telling = 0): StorySignature => signature(generatedReport(n, telling));
