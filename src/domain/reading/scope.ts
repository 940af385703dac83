import type { CompiledLexicon, Role } from '../text/compiled-lexicon.js';
import { LEAD } from './event-kind.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';

export type Scope = 'domestic' | 'foreign' | 'hkmotw' | 'mixed';

/** Where the happening is. Without any name or cue it counts as domestic, unplaced. */
export interface ScopeRead {
  scope: Scope;
  /** A Chinese division or institution is named in title or opening. */
  placed: boolean;
}

interface Evidence {
  domestic: number;
  foreign: number;
  hkmotw: number;
}

type PlaceRole = Extract<Role, 'division' | 'foreign' | 'hkmotw' | 'foreignCue' | 'domesticCue'>;

/** Two names of one side say no more than that it is meant; further ones add nothing. */
const MOST_NAMES = 2;
const TITLE = 4;
const OPENING = 2;
const CUE_SHARE = 0.5;
const TITLE_PARTS = /[\s"“”'【】（）()!！?？，,。:：;；|]+/;
/** 巴拿马籍货轮, 浙江籍渔船: whose it is, not where it happened. */
const OWNED = '籍';

/**
 * Characters that write foreign names by their sound: 马尼萨省, 恰帕斯州. Chinese places of such a sound (阿坝州) are divisions
 * and are read as such; this is asked only where no Chinese place is named.
 */
const SOUNDS =
  '阿埃艾安昂奥巴班邦北贝本比宾波伯博布查达戴丹当道德登迪蒂丁顿多厄恩尔法凡菲费芬弗福盖冈戈格贡古圭哈海罕汉赫亨胡霍基吉加贾杰金卡坎科克肯库拉莱兰朗劳勒雷里利林隆卢鲁伦罗洛马迈曼芒梅门蒙米密明莫姆穆纳奈内尼涅努诺帕派佩皮普奇恰乔切萨塞桑沙圣舒斯松苏索塔泰坦汤特提图托瓦万威韦维温沃乌西希锡夏谢辛休雅亚延耶伊因约赞泽扎詹朱祖';
const DIVISION = '(?:省|州|邦|市|郡|大区|共和国|港)';
/** Looked for from the end, where fewer characters fit. */
const BY_SOUND = new RegExp(`${DIVISION}(?<=[${SOUNDS}]{3}${DIVISION})`);

function count(text: MarkedText, role: PlaceRole, to: number, owned = false): number {
  const marks = marksOf(text, role, 0, to);
  if (marks.length === 0) return 0;
  const names: string[] = [];
  for (const { start, end } of marks) {
    if (text.plain.startsWith(OWNED, end) !== owned) continue;
    const name = text.plain.slice(start, end);
    if (!names.includes(name)) names.push(name);
    if (names.length === MOST_NAMES) break;
  }
  return names.length;
}

function evidenceIn(text: MarkedText, to: number, weight: number): Evidence {
  const cue = weight * CUE_SHARE;
  const cues = (role: 'foreignCue' | 'domesticCue', names: 'foreign' | 'division') =>
    cue * Math.min(MOST_NAMES, count(text, role, to) + count(text, names, to, true));
  return {
    domestic: weight * count(text, 'division', to) + cues('domesticCue', 'division'),
    foreign: weight * count(text, 'foreign', to) + cues('foreignCue', 'foreign'),
    hkmotw: weight * count(text, 'hkmotw', to),
  };
}

/** 加工厂, 以两, 法警: the character is no country here. */
const NO_DEMONYM = /^(?:加[工油大快]|以[两载警多三五一]|法[警定院]|日[化用产常]|印刷|意[外向]|土[方地]|美[容食甲])/;
/** 俄14岁男孩: a number follows the country's character; 俄 and 美 that open a title are those countries but for a few words. */
const DEMONYM_ALONE =
  /^(?:[英法德韩朝印巴伊乌澳泰越缅菲叙埃墨]\d|俄(?!顷|而)|美(?![团的好丽人食容甲妆术学女味景颜图德白发妙满院兰姑菜]))/;

/** 俄…, 美一…: one character for a country, read only where a title or a part of it begins and before a word that shows it. */
function startsWithDemonym(lexicon: CompiledLexicon, title: string): boolean {
  const { demonyms, demonymAfter } = lexicon.source.places;
  const parts = title.split(TITLE_PARTS).filter((part) => demonyms.includes(part.charAt(0)) && !NO_DEMONYM.test(part));
  return parts.some((part) => DEMONYM_ALONE.test(part) || demonymAfter.some((word) => part.startsWith(word, 1)));
}

const COUNTY_LENGTHS = [2, 3, 4];

/** 密云因灾…, 柘城一武术馆…: a title may open with the short name of a county alone. */
function opensWithCounty({ gazetteer }: CompiledLexicon, title: string): boolean {
  return COUNTY_LENGTHS.some((length) => gazetteer.countyShorts.has(title.slice(0, length)));
}

/** A happening on both sides of a border: the title names a foreign place and a Chinese one. */
function isMixed(title: MarkedText): boolean {
  return count(title, 'foreign', title.plain.length) > 0 && count(title, 'division', title.plain.length) > 0;
}

/** A place written by its sound, where neither title nor opening names a Chinese one. */
function soundsForeign(title: MarkedText, text: MarkedText): boolean {
  const named = count(title, 'division', title.plain.length) + count(text, 'division', LEAD);
  return named === 0 && (BY_SOUND.test(title.plain) || BY_SOUND.test(text.plain.slice(0, LEAD)));
}

export function scopeOf(lexicon: CompiledLexicon, title: MarkedText, text: MarkedText): ScopeRead {
  const inTitle = evidenceIn(title, title.plain.length, TITLE);
  const inLead = evidenceIn(text, LEAD, OPENING);
  const demonym = startsWithDemonym(lexicon, title.plain) ? TITLE * MOST_NAMES : 0;
  const domestic = inTitle.domestic + inLead.domestic;
  const foreign = inTitle.foreign + inLead.foreign + demonym + (soundsForeign(title, text) ? TITLE : 0);
  const hkmotw = inTitle.hkmotw + inLead.hkmotw;
  const placed = domestic > 0 || opensWithCounty(lexicon, title.plain);
  if (isMixed(title) && inTitle.domestic >= inTitle.foreign) return { scope: 'mixed', placed };
  if (hkmotw > 0 && hkmotw >= foreign && inTitle.hkmotw >= inTitle.domestic) return { scope: 'hkmotw', placed };
  return { scope: foreign > domestic ? 'foreign' : 'domestic', placed };
}
