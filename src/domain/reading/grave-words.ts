import { type MarkedText, hasMark, marksOf } from '../text/marked-text.js';

/** 造成…重大人员伤亡 states a fact; 防范遏制重大人员伤亡 and 未造成重大人员伤亡 do not. */
const STATED = /(?:造成|导致|致使|引发|酿成|已致|出现|发生)(?:了)?[^，,。；;]{0,24}$/;
const DENIED = /(?:未|没有|无|避免|防止|可能|或|如|若)(?:造成|导致|致使|引发|酿成|出现|发生)[^，,。；;]{0,24}$/;
const REACH = 30;

function statesIn(text: MarkedText): boolean {
  return marksOf(text, 'grave').some((mark) => {
    const from = Math.max(0, mark.start - REACH);
    const before = text.plain.slice(from, mark.start);
    if (!STATED.test(before) || DENIED.test(before)) return false;
    const clause = mark.start - Math.min(before.length, 16);
    return !hasMark(text, 'prevention', clause, mark.start) && !hasMark(text, 'hypothetical', clause, mark.start);
  });
}

/** 重大人员伤亡 said as a fact, whether or not a number stands beside it. */
export function saysGraveCasualties(title: MarkedText, text: MarkedText): boolean {
  return statesIn(title) || statesIn(text);
}
