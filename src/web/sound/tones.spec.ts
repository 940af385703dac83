import { lengthOf, TONE_NAMES, TONES } from './tones.js';

describe('the tones', () => {
  it.each(TONE_NAMES)('%s is short, heard by all ears, and never louder than the loudspeaker can bear', (name) => {
    const notes = TONES[name];
    expect(lengthOf(notes)).toBeLessThan(1.5);
    for (const [n, note] of notes.entries()) {
      expect(note.hertz).toBeGreaterThanOrEqual(200);
      expect(note.hertz).toBeLessThanOrEqual(1_000);
      expect(note.gain).toBeLessThanOrEqual(0.7);
      const next = notes[n + 1];
      if (next) expect(note.at + note.length).toBeLessThan(next.at);
    }
  });

  it('differ from one another without regard to their height', () => {
    const beats = TONE_NAMES.map((name) => TONES[name].map(({ at, length }) => `${at} ${length}`).join());
    expect(new Set(beats).size).toBe(TONE_NAMES.length);
    const lengths = TONE_NAMES.map((name) => Math.round(lengthOf(TONES[name]) * 10));
    expect(new Set(lengths).size).toBe(TONE_NAMES.length);
  });
});
