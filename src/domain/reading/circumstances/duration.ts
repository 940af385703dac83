import { type Figure, figureAt } from '../figure.js';
import type { MarkedText } from '../../text/marked-text.js';
import type { Numeral } from '../../text/numerals.js';

const UNIT = /^个?(半)?(?:多|余)?(?:个)?(小时|钟头|分钟|昼夜|天)/;
const HOURS: Record<string, number> = { 小时: 1, 钟头: 1, 分钟: 1 / 60, 昼夜: 24, 天: 24 };
const HALF = /半(?:个)?小时/g;
/** 24小时内, 3小时前, 24小时热线, 3天后: no time that something lasted. 48小时内无法恢复 is. */
const NO_SPAN = /^(?:内(?!(?:仍|都)?(?:无法|不能|难以|未能))|之内|以内|前|热线|值班|不间断|全天|制|营业|直播|监测)/;

export interface Duration {
  figure: Figure;
  end: number;
}

function durationAt(text: MarkedText, numeral: Numeral): Duration | null {
  const rest = text.plain.slice(numeral.end, numeral.end + 10);
  const unit = UNIT.exec(rest);
  const hours = HOURS[unit?.[2] ?? ''];
  if (!unit || hours === undefined || NO_SPAN.test(rest.slice(unit[0].length))) return null;
  const end = numeral.end + unit[0].length;
  const value = (numeral.value + (unit[1] ? 0.5 : 0)) * hours;
  return { figure: figureAt(text, Math.round(value * 100) / 100, numeral.bound, numeral.start, end), end };
}

/** Every length of time a text states, in hours. */
export function durations(text: MarkedText): Duration[] {
  const halves = (text.plain.includes('半') ? [...text.plain.matchAll(HALF)] : [])
    .filter(({ index }) => !/[个\d一二两三四五六七八九十]$/.test(text.plain.slice(0, index)))
    .map((match) => {
      const end = match.index + match[0].length;
      return { figure: figureAt(text, 0.5, 'exact', match.index, end), end };
    });
  return [...text.numerals.flatMap((numeral) => durationAt(text, numeral) ?? []), ...halves].sort(
    (a, b) => a.figure.start - b.figure.start,
  );
}
