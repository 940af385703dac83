import fc from 'fast-check';
import { cutTo, soundJson, soundText } from './sound-text.js';

const HALF = /[\ud800-\udfff]/u;
const text = fc.string({ unit: fc.constantFrom('甲', '𠮷', '\ud842', '\udfb7', '\0', '\u001b', '\n', '\t') });

describe('a text from outside', () => {
  test('loses control characters and half pairs, nothing else', () => {
    expect(soundText('甲\0乙\u001b丙\ud842丁𠮷\t\r\n')).toBe('甲乙丙\ufffd丁𠮷\t\r\n');
  });

  test('is sound however it is put together, and stays so when cut', () => {
    fc.assert(
      fc.property(text, fc.nat(12), (written, most) => {
        const sound = soundText(written);
        expect(sound).not.toMatch(HALF);
        expect(sound).not.toContain('\0');
        expect(soundText(sound)).toBe(sound);
        expect(cutTo(sound, most)).not.toMatch(HALF);
        expect(cutTo(sound, most).length).toBeLessThanOrEqual(most);
        expect(sound.startsWith(cutTo(sound, most))).toBe(true);
      }),
    );
  });

  test('is made sound anywhere in a JSON value', () => {
    expect(soundJson({ title: 'a\0', list: ['\ud842', 1, null, { 'k\0': true }] })).toEqual({
      title: 'a',
      list: ['\ufffd', 1, null, { k: true }],
    });
  });
});
