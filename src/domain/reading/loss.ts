import { type Figure, figureAt } from './figure.js';
import type { DayParts } from '../dates/day-parts.js';
import { tellsOfEarlier } from './days-in-text.js';
import type { MarkedText } from '../text/marked-text.js';
import type { Numeral } from '../text/numerals.js';

const LOSS_BEFORE = /(直接)?(?:经济|财产|财物)?损失[^，,。；;！？]{0,16}$/;
const LOSS_AFTER = /^元?(?:人民币)?(?:的|左右的)?(直接)?(?:经济|财产)损失/;
/** Money that was given, insured or saved is no loss. */
const NOT_LOST =
  /挽回|避免|减少|防止|补偿|赔付|赔偿|保险|捐|拨|救灾资金|罚|弥补|补助|估计可能|预计|每[天年日月]|或[达将]/;
/** Only yuan are counted: the figure of another currency is none. */
const FOREIGN = /^(?:多|余)?(?:[美欧日港加澳韩]元|新台币|英镑|卢布|卢比|泰铢|比索|法郎|日圆)/;
const TEN_THOUSAND = 10_000;
const LOOK_BACK = 24;

interface Loss {
  figure: Figure;
  direct: boolean;
}

function lossAt(text: MarkedText, numeral: Numeral, today: DayParts | null): Loss | null {
  const { plain } = text;
  const yuan = plain.startsWith('元', numeral.end);
  if ((!yuan && numeral.value < TEN_THOUSAND) || FOREIGN.test(plain.slice(numeral.end, numeral.end + 5))) return null;
  const before = plain.slice(Math.max(0, numeral.start - LOOK_BACK), numeral.start);
  const match = LOSS_BEFORE.exec(before) ?? LOSS_AFTER.exec(plain.slice(numeral.end, numeral.end + 14));
  if (!match || NOT_LOST.test(before) || /^[人户亩间吨米条头只]/.test(plain.slice(numeral.end))) return null;
  if (tellsOfEarlier(text, numeral.start, today)) return null;
  const end = numeral.end + (yuan ? 1 : 0);
  return {
    // 2.3亿 of floating numbers is a fraction short.
    figure: figureAt(text, Math.round(numeral.value * 100) / 100, numeral.bound, numeral.start, end, numeral),
    direct: match[1] !== undefined,
  };
}

/** Economic loss in yuan; 直接经济损失 outranks other wording, then the greatest figure. */
export function economicLoss(fields: readonly MarkedText[], today: DayParts | null): Figure | null {
  const losses: Loss[] = [];
  for (const text of fields) {
    for (const numeral of text.numerals) {
      const loss = lossAt(text, numeral, today);
      if (loss) losses.push(loss);
    }
  }
  const direct = losses.filter((loss) => loss.direct);
  const [greatest] = (direct.length > 0 ? direct : losses).sort((a, b) => b.figure.value - a.figure.value);
  return greatest?.figure ?? null;
}
