/** Control characters of ASCII but tab, line feed and carriage return: PostgreSQL refuses U+0000, no text needs the others. */
const CONTROLS = new RegExp('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]', 'g');
/** Half of a surrogate pair without its other half: jsonb refuses it. */
const HALF_PAIR = /[\ud800-\udfff]/gu;
const REPLACEMENT = '\ufffd';

/** A text from outside in the form that every column takes: control characters left out, half pairs replaced by U+FFFD. */
export function soundText(text: string): string {
  return text.replace(CONTROLS, '').replace(HALF_PAIR, REPLACEMENT);
}

/** `soundText` of every string in a JSON value, keys included. The value itself is left as it is. */
export function soundJson(value: unknown): unknown {
  if (typeof value === 'string') return soundText(value);
  if (Array.isArray(value)) return value.map(soundJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [soundText(key), soundJson(one)]));
}

/** The first `most` UTF-16 units, one less where a pair (𠮷, 𬭎) would be parted. */
export function cutTo(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const parts = text.length > most && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, parts ? most - 1 : most);
}
