import type { Counts } from './story-counts.js';
import type { StorySignature } from './story.js';
import { isPerson, rootOfName } from './title-names.js';

/** Mere opinion: none of its articles tells of a happening. */
export const isOpinion = ({ articles, opinions = 0 }: StorySignature): boolean => opinions > 0 && opinions >= articles;

/** Nothing on either side says that something happened. */
export function areBothTalk(a: StorySignature, b: StorySignature): boolean {
  return [a, b].every((one) => isOpinion(one) || Object.keys(one.kinds).length === 0);
}

/**
 * May the item go into this story? A report of a happening never goes into talk about the same place or house: a case would stand
 * under the title of a complaint.
 */
export const mayTake = (story: StorySignature, item: StorySignature): boolean => !isOpinion(story) || isOpinion(item);

/** May the two stories become one? What tells of a happening and what tells of none stay two. */
export const mayBecomeOne = (a: StorySignature, b: StorySignature): boolean => isOpinion(a) === isOpinion(b);

/** Talk belongs to a happening when its titles speak of something that happened and share a name with its reports. */
export function speaksOfIt(a: StorySignature, b: StorySignature, named: number): boolean {
  if (isOpinion(a) === isOpinion(b)) return true;
  return ((isOpinion(a) ? a : b).eventful ?? 0) > 0 && named >= SHARED_NAME;
}
const SHARED_NAME = 0.5;

/** The names that carry a story, without those of single articles in it. */
function carrying(counts: Counts): string[] {
  const entries = Object.entries(counts);
  const most = Math.max(0, ...entries.map(([, count]) => count));
  return entries.filter(([, count]) => count * 2 > most).map(([name]) => name);
}

const isWork = (gram: string): boolean => gram.startsWith('《');
const worksOf = ({ grams }: StorySignature): string[] =>
  carrying(Object.fromEntries(Object.entries(grams).filter(([gram]) => isWork(gram))));

/** 《山海》 and 《山海第二季》, 《山海:归途》 are one. */
function isSameWork(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    short === long ||
    (short.length > 3 && long.startsWith(short.slice(0, -1)) && SEQUEL.test(long.slice(short.length - 1)))
  );
}
const SEQUEL = /^(?:第.{1,3}[季部集]|[:·—-])/u;

/** Works named on both sides: common ones, and null where one side names none. */
function commonWorks(a: StorySignature, b: StorySignature): string[] | null {
  const [ofA, ofB] = [worksOf(a), worksOf(b)];
  if (ofA.length === 0 || ofB.length === 0) return null;
  return ofA.filter((one) => ofB.some((other) => isSameWork(one, other)));
}

/** Houses, or persons, on both sides without one in common, and none that the other's titles mention otherwise. */
function nameOthers(a: StorySignature, b: StorySignature): boolean {
  const [ofA, ofB] = [carrying(a.names ?? {}), carrying(b.names ?? {})];
  if (ofA.some((name) => ofB.includes(name) || b.grams[rootOfName(name)] !== undefined)) return false;
  if (ofB.some((name) => a.grams[rootOfName(name)] !== undefined)) return false;
  return ofA.some((one) => ofB.some((other) => isPerson(one) === isPerson(other)));
}

/** Two matters of talk: other works, or, where none is in common, other houses or persons. */
export function areTwoMatters(a: StorySignature, b: StorySignature): boolean {
  const works = commonWorks(a, b);
  return works === null ? nameOthers(a, b) : works.length === 0;
}

/** Words that say that there is talk, not of what; what a work is, and who speaks for it. */
const TALK =
  '热议 争议 热搜 回应 道歉 致歉 发声 声明 质疑 否认 承认 吐槽 投诉 引发 关注 舆论 风波 讨论 疑似 涉嫌 曝光 澄清 辟谣 网友 观众 剧方 片方 校方 馆方 官方 平台 公司 电视剧 网剧 短剧 新剧 热播 电影 影片 综艺 节目 动画 纪录片 小说 歌曲 演员 歌手 导演 主持人'.split(
    ' ',
  );
const BEFORE_TALK = [...'遭引惹受疑获再又指曝批方友众'];
const TALK_PIECES = new Set(
  TALK.flatMap((word) => [word, ...BEFORE_TALK.map((sign) => sign + word)]).flatMap(piecesOf),
);

function piecesOf(word: string): string[] {
  return [2, 3].flatMap((size) =>
    [...word].map((_, at) => word.slice(at, at + size)).filter((piece) => piece.length === size),
  );
}

/** Pieces of the titles that say what is told of the works, houses and persons they name. */
function matterOf({ grams }: StorySignature, works: ReadonlySet<string>, signs: readonly string[]): string[] {
  return Object.keys(grams).filter(
    (gram) =>
      !isWork(gram) &&
      !works.has(gram) &&
      !TALK_PIECES.has(gram) &&
      !TALK.some((word) => gram.includes(word)) &&
      !signs.some((sign) => gram.includes(sign)),
  );
}

/** Do both tell of a matter, and of none in common, besides the works, houses and persons that they name? */
export function tellOtherMatters(a: StorySignature, b: StorySignature): boolean {
  const works = new Set([a, b].flatMap(worksOf).flatMap((work) => piecesOf(work.slice(1, -1))));
  const names = [a, b].flatMap((one) => carrying(one.names ?? {}));
  const signs = names.map((name) => (isPerson(name) ? name.slice(2) : rootOfName(name)));
  const houses = names.filter((name) => !isPerson(name)).flatMap(piecesOf);
  const named = new Set([...works, ...houses]);
  const [ofA, ofB] = [matterOf(a, named, signs), new Set(matterOf(b, named, signs))];
  return ofA.length > 0 && ofB.size > 0 && !ofA.some((gram) => ofB.has(gram));
}
