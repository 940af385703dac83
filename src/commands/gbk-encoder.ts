import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;

/** Every two-byte GBK character and its bytes, by asking the decoder for each pair. */
function invert(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const table = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      const character = decodePair(decoder, lead, trail);
      if (character !== null && !table.has(character)) table.set(character, lead * 256 + trail);
    }
  }
  return table;
}

function decodePair(decoder: TextDecoder, lead: number, trail: number): string | null {
  try {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}

let inverted: ReadonlyMap<string, number> | null = null;

/** Text of an XML document as GBK. What GBK lacks becomes a numeric character reference, so not inside CDATA or names. */
export function encodeGbk(text: string): Uint8Array {
  inverted ??= invert();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = inverted.get(character);
    if (character <= '\u007f') bytes.push(character.charCodeAt(0));
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`, 'ascii'));
  }
  return Uint8Array.from(bytes);
}
