/** What the board sounds for, the gravest first: of two at once the graver one is played. */
export const TONE_NAMES = ['grave', 'overdue', 'lost', 'soon', 'opened'] as const;

/**
 * grave: level I or II that nobody has acknowledged; overdue, soon: a limit passed or near; lost: the server is not heard;
 * opened: any other case that is new to the board.
 */
export type ToneName = (typeof TONE_NAMES)[number];

export interface Note {
  /** Seconds after the beginning of the tone. */
  at: number;
  hertz: number;
  /** Seconds. */
  length: number;
  /** Loudness, 0 to 1; notes follow one another, so none is added to another. */
  gain: number;
}

/** Notes of one length and loudness, each beginning `step` seconds after the one before. */
function series(hertz: readonly number[], step: number, length: number, gain: number): Note[] {
  return hertz.map((one, n) => ({ at: n * step, hertz: one, length, gain }));
}

/**
 * Told apart by number, pace and direction as well as by height, for those who hear no heights: six quick ones up and down;
 * three slow ones falling; two long low ones; three equal ones; two rising. All between 200 and 1,000 Hz, where ears of any
 * age and small loudspeakers still serve.
 */
export const TONES: Record<ToneName, readonly Note[]> = {
  grave: series([740, 988, 740, 988, 740, 988], 0.2, 0.17, 0.6),
  overdue: series([784, 587, 440], 0.36, 0.32, 0.5),
  lost: series([262, 220], 0.6, 0.5, 0.6),
  soon: series([659, 659, 659], 0.3, 0.14, 0.4),
  opened: series([523, 784], 0.2, 0.18, 0.35),
};

/** Seconds until its last note has ended. */
export const lengthOf = (notes: readonly Note[]): number => Math.max(...notes.map(({ at, length }) => at + length));
