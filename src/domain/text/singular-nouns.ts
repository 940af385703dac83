/** The surnames that stand before 某 in news: 张某, 刘某某. Without them 某 is 某市, 某小区. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜' +
  '范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊俞付代耿聂焦施陶洪翟安颜倪严牛温芦季葛柴';

/** One expression for all nouns that name one person: the given ones, longest first, and a surname with 某. */
export function singularNouns(nouns: readonly string[]): RegExp {
  const longestFirst = [...nouns].sort((a, b) => b.length - a.length);
  return new RegExp(`[${SURNAMES}]某{1,2}(?![市县区村镇乡厂矿])|${longestFirst.join('|')}`, 'g');
}
