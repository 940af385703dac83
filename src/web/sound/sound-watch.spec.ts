import type { ClockView } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { SoundWatch, type Heard, type Sight } from './sound-watch.js';

const NOW = Date.parse('2026-11-22T19:00:00Z');
const MINUTE_MS = 60_000;

function line(id: string, level: IncidentLine['level'], more: Partial<IncidentLine> = {}): IncidentLine {
  return { id, level, acknowledgedAt: null, clocks: [], ...more } as unknown as IncidentLine;
}
const signed = { acknowledgedAt: '2026-11-22T18:59:00Z' };
const due = (minutes: number, state: ClockView['state'] = 'running') =>
  ({ ...signed, clocks: [{ kind: 'statement_5h', state, dueAt: new Date(NOW + minutes * MINUTE_MS).toISOString() }] }) as unknown as Partial<IncidentLine>; // prettier-ignore

/** A board and the seconds that go by at it. */
class Evening {
  private readonly watch = new SoundWatch();
  private lines = new Map<string, IncidentLine>();
  sight: Sight = { incidents: this.lines, known: true, isLost: false, now: NOW, steady: 0, audible: true };

  put(...lines: IncidentLine[]): this {
    this.lines = new Map([...this.lines, ...lines.map((one) => [one.id, one] as const)]);
    this.sight = { ...this.sight, incidents: this.lines };
    return this;
  }

  take(id: string): this {
    this.lines = new Map([...this.lines].filter(([one]) => one !== id));
    this.sight = { ...this.sight, incidents: this.lines };
    return this;
  }

  look(change: Partial<Sight> = {}): Heard {
    this.sight = { ...this.sight, ...change };
    return this.watch.look(this.sight);
  }

  /** One look a second; what was heard, and in which second. */
  pass(seconds: number): string[] {
    const { now, steady } = this.sight;
    const heard: string[] = [];
    for (let n = 1; n <= seconds; n += 1) {
      const { tone } = this.look({ now: now + n * 1_000, steady: steady + n * 1_000 });
      if (tone !== null) heard.push(`${n} ${tone}`);
    }
    return heard;
  }
}

describe('what the board sounds for', () => {
  it('is silent about what was there and acknowledged before the page opened', () => {
    const evening = new Evening().put(line('a', 'I', signed), line('b', 'III'), line('c', null), line('d', 'II', due(-5, 'overdue'))); // prettier-ignore
    expect(evening.look().tone).toBeNull();
    expect(evening.pass(120)).toEqual([]);
  });

  it('rings for level I and II that nobody has acknowledged, every five seconds, until the last of them is', () => {
    const evening = new Evening().put(line('a', 'I'), line('b', 'II'), line('c', 'III'));
    expect(evening.look()).toMatchObject({ tone: 'grave', grave: [] });
    expect(evening.pass(11)).toEqual(['5 grave', '10 grave']);
    evening.put(line('a', 'I', signed));
    expect(evening.look()).toMatchObject({ tone: null, hush: false });
    expect(evening.pass(4)).toEqual(['4 grave']);
    evening.put(line('b', 'II', signed));
    expect(evening.look()).toMatchObject({ tone: null, hush: true, ringing: [] });
    expect(evening.look().hush).toBe(false);
    expect(evening.pass(60)).toEqual([]);
  });

  it('does not take an empty board that is not known yet for one that was empty', () => {
    const evening = new Evening();
    evening.look({ known: false });
    const { tone, grave } = evening.put(line('a', 'III'), line('b', 'I', signed)).look({ known: true });
    expect({ tone, grave }).toEqual({ tone: null, grave: [] });
  });

  it('rings at once for a case that comes, is raised, or whose acknowledgement has run out', () => {
    const evening = new Evening().put(line('a', 'III'), line('b', 'I', signed));
    evening.look();
    expect(evening.put(line('new', 'II')).look()).toMatchObject({ tone: 'grave', grave: [{ id: 'new' }] });
    expect(evening.put(line('a', 'I')).look().grave).toMatchObject([{ id: 'a' }]);
    expect(evening.put(line('b', 'I')).look().grave).toMatchObject([{ id: 'b' }]);
  });

  it('sounds once for other cases, however many come in one breath', () => {
    const evening = new Evening();
    evening.look();
    evening.put(line('a', 'III'), line('b', 'IV'), line('c', null), line('d', 'I', signed));
    expect(evening.look().tone).toBe('opened');
    expect(evening.put(line('e', null)).look({ steady: 200 }).tone).toBeNull();
    expect(evening.pass(30)).toEqual(['2 opened']);
  });

  it('sounds again for a case that was gone and comes back', () => {
    const evening = new Evening().put(line('a', 'III'));
    evening.look();
    evening.take('a').look();
    expect(evening.put(line('a', 'III')).look().tone).toBe('opened');
  });

  it('lets what is grave cut in, and what is less grave wait', () => {
    const evening = new Evening();
    evening.look();
    expect(evening.put(line('a', 'III')).look().tone).toBe('opened');
    expect(evening.put(line('b', 'I')).look({ steady: 100 }).tone).toBe('grave');
    expect(evening.put(line('c', 'III')).look({ steady: 200 }).tone).toBeNull();
    expect(evening.pass(5)).toEqual(['2 opened', '5 grave']);
  });
});

describe('limits', () => {
  it('sounds at 60, 30 and 10 minutes and at the limit, for duties still open', () => {
    const evening = new Evening().put(line('a', 'II', due(61)), line('met', 'II', due(61, 'met')));
    evening.look();
    const heard = evening.pass(62 * 60);
    expect(heard).toEqual(['60 soon', `${31 * 60} soon`, `${51 * 60} soon`, `${61 * 60} overdue`]);
  });

  it('names what has gone overdue, once', () => {
    const evening = new Evening().put(line('a', 'II', due(1)));
    evening.look();
    expect(evening.look({ now: NOW + MINUTE_MS, steady: MINUTE_MS }).overdue).toMatchObject([{ id: 'a' }]);
    expect(evening.look({ now: NOW + MINUTE_MS + 1, steady: MINUTE_MS + 1 }).overdue).toEqual([]);
  });

  it('makes one tone of a clock that jumps, and still sounds when the time has really come', () => {
    const cases = Array.from({ length: 20 }, (_, n) => line(`${n}`, 'II', due(20 + n / 2)));
    const evening = new Evening().put(...cases, line('far', 'II', due(200)));
    evening.look();
    expect(evening.look({ now: NOW + 180 * MINUTE_MS, steady: 1_000 }).tone).toBe('overdue');
    expect(evening.pass(10)).toEqual([]);
    expect(evening.look({ now: NOW, steady: 12_000 }).tone).toBeNull();
    expect(evening.pass(9 * 60)).toEqual([]);
    expect(evening.pass(100)).toEqual(['60 soon', '90 soon']);
  });

  it('passes nothing twice when the clock is set back by a little', () => {
    const evening = new Evening().put(line('a', 'II', due(1)));
    evening.look();
    expect(evening.look({ now: NOW + MINUTE_MS + 200, steady: MINUTE_MS }).tone).toBe('overdue');
    expect(evening.look({ now: NOW + MINUTE_MS - 300, steady: MINUTE_MS + 2_500 }).tone).toBeNull();
    expect(evening.pass(5)).toEqual([]);
  });
});

describe('a lost signal', () => {
  it('sounds at once and every minute until the server is heard again', () => {
    const evening = new Evening();
    evening.look();
    expect(evening.look({ isLost: true }).tone).toBe('lost');
    expect(evening.pass(130)).toEqual(['60 lost', '120 lost']);
    evening.look({ isLost: false });
    expect(evening.pass(120)).toEqual([]);
  });

  it('does not silence what nobody is known to have acknowledged', () => {
    const evening = new Evening().put(line('a', 'I'));
    evening.look();
    evening.look({ isLost: true });
    expect(evening.pass(10)).toEqual(['2 lost', '5 grave', '10 grave']);
  });
});

describe('a screen that is silent', () => {
  it('does not make up later for what it missed, but rings at once for what still waits', () => {
    const evening = new Evening().put(line('a', 'II', due(1)));
    evening.look({ audible: false });
    evening.put(line('b', 'III'), line('c', 'I'));
    const { tone, grave } = evening.look();
    expect({ tone, grave }).toMatchObject({ tone: null, grave: [{ id: 'c' }] });
    expect(evening.pass(90)).toEqual([]);
    expect(evening.look({ audible: true }).tone).toBe('grave');
    expect(evening.put(line('c', 'I', signed)).look().hush).toBe(true);
    expect(evening.pass(30)).toEqual([]);
  });
});
