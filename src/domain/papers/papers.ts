/** What stands where something is still to be written. */
const GAP = /【待补[^】]*】?/g;

/** What a text has to tell (总局方案 三(四)), and the words it is known by. */
export interface Element {
  id: string;
  words: readonly string[];
}

/** How many places of a text are still to be written. */
export const gapsIn = (text: string): number => text.match(GAP)?.length ?? 0;

/** Fills `{名称}` in by what is known; what is not known is left as 【待补：名称】. */
export function fillTemplate(text: string, known: Readonly<Record<string, string | null>>): string {
  return text.replace(/\{([^{}\n]+)\}/g, (_, name: string) => known[name] ?? `【待补：${name}】`);
}

/** A heading of the outline promises an element and tells nothing. */
const isHeading = (line: string): boolean => /^[一二三四五六七八九十]+、.{1,8}$/.test(line.trim());

/** Elements that a text does not tell: a help to whoever writes it, no verdict on the text. */
export function untold<E extends Element>(text: string, elements: readonly E[]): E[] {
  const lines = text.split('\n').filter((line) => gapsIn(line) === 0 && !isHeading(line));
  return elements.filter(({ words }) => !lines.some((line) => words.some((word) => line.includes(word))));
}
