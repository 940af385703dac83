import type { IncidentLine } from '../../contract/incident.js';
import { milestones, type Milestone } from '../board/milestones.js';
import { isRinging, ringingOf } from './ringing.js';
import { TONE_NAMES, type ToneName } from './tones.js';

/** 特别重大、重大 ring again after this long. */
const RING_MS = 5_000;
/** A lost signal is told again after this long. */
const LOST_MS = 60_000;
/** Looks come about once a second, now early, now late. */
const SLACK_MS = 500;
/** From the beginning of one tone to the next: the longest one and a pause. */
const SPACE_MS = 1_800;
/** Server time that goes by so differently from the machine's own has been set, or the machine slept. */
const JUMP_MS = 30_000;

type Lines = ReadonlyMap<string, IncidentLine>;

/** What is seen at one instant. */
export interface Sight {
  incidents: Lines;
  /** Whether the board has been told once what there is. */
  known: boolean;
  isLost: boolean;
  /** Server time, epoch milliseconds. */
  now: number;
  /** The machine's own time since some beginning, never set, milliseconds. */
  steady: number;
  /** Whether a tone would be played. What is not played now is not played later. */
  audible: boolean;
}

export interface Heard {
  /** To be played now; one at a time. */
  tone: ToneName | null;
  /** The last of what rang has been acknowledged: silent at once. */
  hush: boolean;
  /** Not acknowledged. */
  ringing: IncidentLine[];
  /** Of these, those that were not a look ago. */
  grave: IncidentLine[];
  /** Whose limit has passed since the last look. */
  overdue: IncidentLine[];
}

/**
 * Derives from what the board shows what is to be heard. What was there before the page opened is not news, but rings if nobody
 * has acknowledged it. However much happens at once, each kind sounds once, the gravest first, never two together.
 */
export class SoundWatch {
  private seen: Lines | null = null;
  private before: { now: number; steady: number } | null = null;
  private readonly waiting = new Set<ToneName>();
  private playing: ToneName | null = null;
  private freeAt = -Infinity;
  private rangAt = -Infinity;
  private lostAt = -Infinity;

  look(sight: Sight): Heard {
    const { seen } = this;
    const { incidents, known } = sight;
    const ringing = ringingOf(incidents);
    const grave = seen === null ? [] : ringing.filter(({ id }) => !isRinging(seen.get(id)));
    const isOpened = seen !== null && [...incidents.values()].some((line) => !seen.has(line.id) && !isRinging(line));
    if (known) this.seen = incidents;
    const passed = known ? this.passed(sight) : [];
    const overdue = [...new Set(passed.filter(({ minutes }) => minutes === 0).map(({ incident }) => incident))];
    if (isOpened) this.waiting.add('opened');
    if (passed.length > 0) this.waiting.add(overdue.length > 0 ? 'overdue' : 'soon');
    this.ring(sight, ringing.length > 0, grave.length > 0);
    this.tellLost(sight);
    const hush = ringing.length === 0 && this.playing === 'grave' && sight.steady < this.freeAt;
    if (hush) this.freeAt = -Infinity;
    return { tone: this.next(sight), hush, ringing, grave, overdue };
  }

  /** Jitter backwards passes nothing twice. After a jump, marks are passed anew when their time comes. */
  private passed({ incidents, now, steady }: Sight): Milestone[] {
    const { before } = this;
    const isJump = before !== null && Math.abs(now - before.now - (steady - before.steady)) > JUMP_MS;
    if (before !== null && now < before.now && !isJump) return [];
    this.before = { now, steady };
    return before === null ? [] : milestones(incidents.values(), before.now, now);
  }

  private ring({ steady }: Sight, isAny: boolean, isNew: boolean): void {
    if (!isAny) {
      this.waiting.delete('grave');
      this.rangAt = -Infinity;
      return;
    }
    if (!isNew && steady - this.rangAt < RING_MS - SLACK_MS) return;
    this.waiting.add('grave');
    this.rangAt = steady;
  }

  private tellLost({ isLost, steady }: Sight): void {
    if (!isLost) {
      this.waiting.delete('lost');
      this.lostAt = -Infinity;
      return;
    }
    if (steady - this.lostAt < LOST_MS - SLACK_MS) return;
    this.waiting.add('lost');
    this.lostAt = steady;
  }

  /** The gravest that waits, as soon as the former is over; what is grave waits for nothing but its like. */
  private next({ audible, steady }: Sight): ToneName | null {
    if (!audible) {
      this.waiting.clear();
      this.playing = null;
      this.rangAt = -Infinity;
      this.lostAt = -Infinity;
      return null;
    }
    const tone = TONE_NAMES.find((name) => this.waiting.has(name));
    if (tone === undefined) return null;
    const isFree = steady >= this.freeAt || (tone === 'grave' && this.playing !== 'grave');
    if (!isFree) return null;
    this.waiting.delete(tone);
    this.playing = tone;
    this.freeAt = steady + SPACE_MS;
    return tone;
  }
}
