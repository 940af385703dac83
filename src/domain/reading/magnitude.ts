import { type Figure, figureAt } from './figure.js';
import type { DayParts } from '../dates/day-parts.js';
import { tellsOfEarlier } from './days-in-text.js';
import type { MarkedText } from '../text/marked-text.js';
import type { Numeral } from '../text/numerals.js';

const SHOCK = /地震|强震|里氏|震级/;
/** 一级响应, 8级风, 4级以上余震 are not this earthquake's magnitude. */
const OTHER_SCALE = /^级(?:应急|响应|预案|救灾|地震应急|阵?风|大风|台风|以上|左右|公路|余震|防|士官|警|高速|医院)/;
const AFTERSHOCK = /余震/;
const WINDOW = 24;

function magnitudeAt(text: MarkedText, numeral: Numeral, today: DayParts | null): Figure | null {
  const { plain } = text;
  const after = plain.slice(numeral.end, numeral.end + WINDOW);
  const graded = after.startsWith('级') && !OTHER_SCALE.test(after);
  const named = /^(?:地震|强震)/.test(after);
  // 二级响应 and the like are written in words; a magnitude has a figure or a decimal.
  if (!/[\d点]/.test(plain.slice(numeral.start, numeral.end))) return null;
  if (!graded && !named) return null;
  const before = plain.slice(Math.max(0, numeral.start - WINDOW), numeral.start);
  if (!SHOCK.test(before + after) || AFTERSHOCK.test(before.slice(-8) + after.slice(0, 6))) return null;
  if (tellsOfEarlier(text, numeral.start, today)) return null;
  return figureAt(text, numeral.value, numeral.bound, numeral.start, numeral.end + (graded ? 1 : 0));
}

/** Most numbers can be none; looked at before the words of the whole text are. */
function mayBeMagnitude({ plain }: MarkedText, { value, end }: Numeral): boolean {
  return value >= 2 && value < 10 && '级地强'.includes(plain.charAt(end));
}

/** Magnitude of the earthquake the article is about: the title's, else the first one of the text. */
export function magnitudeOf(fields: readonly MarkedText[], today: DayParts | null): Figure | null {
  for (const text of fields) {
    if (!text.numerals.some((numeral) => mayBeMagnitude(text, numeral)) || !SHOCK.test(text.plain)) continue;
    for (const numeral of text.numerals) {
      const figure = mayBeMagnitude(text, numeral) ? magnitudeAt(text, numeral, today) : null;
      if (figure) return figure;
    }
  }
  return null;
}
