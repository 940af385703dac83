import { COMMON_WORDS } from './common-words.js';

/** What a title must say to speak of something that happened, and not of what people think of a place or house. */
const HAPPENED =
  /(?:火灾|大火|起火|着火|失火|地震|强震|余震|爆炸|爆燃|车祸|相撞|追尾|坍塌|垮塌|倒塌|塌陷|滑坡|泥石流|山洪|中毒|坠毁|坠机|坠落|空难|侧翻|倾覆|踩踏|遇袭|袭击|事故|遇难|罹难|伤亡|死亡|身亡|溺亡|受伤|重伤|失联|被困|获救|搜救|救援|抢险|伤者|死者|善后|追责|问责|被控制|刑拘|批捕|救治)(?!隐患|风险|危险|演练|演习)/u;

export const speaksOfHappening = (title: string): boolean => HAPPENED.test(title.normalize('NFKC'));

const HOUSE =
  /(\p{Script=Han}{2})(大学|学院|中学|小学|幼儿园|医院|公司|集团|出版社|剧院|剧场|影院|影城|博物馆|图书馆|美术馆|文化馆|书店|景区|影视|影业|传媒|电视台|电台|报社|平台|工作室|协会|剧团|乐团|歌舞团|商场|酒店|乐园)/gu;
/** 某大学, 一家医院, 涉事公司, 省图书馆 name no house. */
const NAMELESS =
  /[某该一两多这那本各几每此家所个名座的]|[省市县区]$|涉事|人民|中心|附属|实验|职业|高等|重点|知名|著名|全国|国内|当地|官方|民办|公立|私立|国有|直播|网络|视频|短剧|社交|电商|旗下|有限|股份|科技|文化|在线|国家|中央|广播/u;

const ROLE =
  '演员|歌手|导演|编剧|主持人|主播|作家|艺人|明星|网红|博主|教授|画家|作者|制片人|相声演员|女星|男星|记者|馆长|校长';
const SURNAME =
  '王李张刘陈杨黄赵吴周徐孙朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾韦付薛雷侯龙孟秦';
/** What somebody does whom a title is about; whoever only speaks of a matter (谈, 称, 某某:) does not tell it from another. */
const DOES =
  '被|回应|发文|发声|道歉|致歉|否认|承认|起诉|工作室|疑|涉|遭|就|因|再|在|怒|晒|首|公开|片酬|税|演唱会|婚|[\\s,。;、!?《“"]|$';
const PERSON = new RegExp(
  `(?:${ROLE})([${SURNAME}]\\p{Script=Han})|(?:^|[\\s,。:;、!?])([${SURNAME}]\\p{Script=Han})\\p{Script=Han}?(?=${DOES})`,
  'gu',
);
const COMMON = new Set(COMMON_WORDS);
/** Hardly any title has one, and to look for the first costs less than to go through all. */
const allIn = (title: string, pattern: RegExp): RegExpExecArray[] =>
  title.search(pattern) < 0 ? [] : [...title.matchAll(pattern)];

/** Houses by the two characters before what they are, persons by their first two, as far as a title lets one see them. */
export function namesIn(title: string): string[] {
  const plain = title.normalize('NFKC').replace(/《[^《》]*》/gu, ' ');
  const houses = allIn(plain, HOUSE).flatMap(([, root = '', what = '']) =>
    NAMELESS.test(root) ? [] : [`${root}${what}`],
  );
  const persons = allIn(plain, PERSON).flatMap(([, called, alone]) => {
    const name = called ?? alone ?? '';
    return COMMON.has(name) ? [] : [`${OF_PERSON}${name}`];
  });
  return [...new Set([...houses, ...persons])];
}

/** Names of persons carry this sign before them: a person is compared with persons, a house with houses. */
const OF_PERSON = '@';
export const isPerson = (name: string): boolean => name.startsWith(OF_PERSON);
/** The two characters that name it. */
export const rootOfName = (name: string): string => (isPerson(name) ? name.slice(1) : name.slice(0, 2));
