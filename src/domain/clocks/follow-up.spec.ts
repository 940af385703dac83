import fc from 'fast-check';
import { type Cycle, cyclesAt, isOpenTo, newCycle, type Release } from './follow-up.js';
import { standing } from './standing.js';

const HOURS = 24;
const daily = () => HOURS;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 30, 4);
const at = (hours: number): Date => new Date(START + hours * HOUR);
const first = newCycle(at(0), at(0), HOURS);

/** A release so many hours after the first; recorded at once unless said otherwise. */
const release = (hours: number, recorded = hours, confirmedAt: Date | null = null): Release => ({
  id: `r${hours}`,
  title: null,
  at: at(hours),
  recordedAt: at(recorded),
  confirmedAt,
});
/** Start, and verdict, of each cycle. */
const told = (cycles: Cycle[], now: Date) =>
  cycles.map((one) => `${(one.startAt.getTime() - START) / HOUR} ${standing(one, now)}`);
const after = (hours: number, ...releases: Release[]) => told(cyclesAt([first], daily, releases, at(hours)), at(hours));

describe('cycles of continued release', () => {
  it('the next begins with the release that answers the running one', () => {
    expect(after(1)).toEqual(['0 running']);
    expect(after(10, release(9))).toEqual(['0 met', '9 running']);
    expect(after(40, release(9), release(33))).toEqual(['0 met', '9 met', '33 running']);
  });

  it('is in time at its limit, missed a millisecond after it, and the next begins from the limit', () => {
    expect(after(24)).toEqual(['0 running']);
    expect(after(24.1)).toEqual(['0 missed', '24 running']);
    expect(after(24, release(24))).toEqual(['0 met', '24 running']);
  });

  it('each period without a release has a verdict of its own', () => {
    expect(after(73)).toEqual(['0 missed', '24 missed', '48 missed', '72 running']);
  });

  it('a release after the limit answers the missed cycle late and the running one; older ones stay missed', () => {
    expect(after(31, release(30))).toEqual(['0 late', '24 met', '30 running']);
    expect(after(55, release(54))).toEqual(['0 missed', '24 late', '48 met', '54 running']);
  });

  it('what is recorded after the limit counts once another person has vouched, and moves no cycle that has begun', () => {
    expect(after(30, release(20, 29))).toEqual(['0 missed', '24 running']);
    const held = cyclesAt([first], daily, [release(20, 29)], at(30));
    const vouched = cyclesAt(held, daily, [release(20, 29, at(31))], at(31));
    expect(told(vouched, at(31))).toEqual(['0 met', '24 running']);
  });

  it('one release on several channels is one release', () => {
    const titled = (hours: number, title: string): Release => ({ ...release(hours), title });
    const channels = [titled(9, '通报'), titled(9.2, '通报'), titled(9.9, '通报')];
    expect(after(10, ...channels)).toEqual(['0 met', '9 running']);
    expect(after(10, titled(9, '通报'), titled(9.2, '续报'))).toEqual(['0 met', '9 met', '9.2 running']);
    expect(after(12, titled(9, '通报'), titled(11, '通报'))).toEqual(['0 met', '9 met', '11 running']);
    expect(after(1, titled(0, '首发'), titled(0.2, '首发'))).toEqual(['0 running']);
  });

  it('a first channel that is entered late and not vouched for takes nothing from the second, recorded in time', () => {
    const second: Release = { ...release(23.6), title: '通报' };
    const first: Release = { ...release(23.2, 30), title: '通报' };
    expect(after(30, second)).toEqual(['0 met', '23.6 running']);
    expect(after(30, first, second)).toEqual(['0 met', '23.6 running']);
  });

  it('a first channel that counts for nothing before a missed limit keeps no other from answering the cycle that begins there', () => {
    const first: Release = { ...release(23.6, 30), title: '通报' };
    const second: Release = { ...release(24.3), title: '通报' };
    expect(after(25, first, second)).toEqual(['0 late', '24 met', '24.3 running']);
    const held = cyclesAt([newCycle(at(0), at(0), HOURS)], daily, [second], at(25));
    const vouched = cyclesAt(held, daily, [{ ...first, confirmedAt: at(31) }, second], at(31));
    expect(told(vouched, at(31))).toEqual(['0 met', '24 met', '24.3 running']);
  });

  it('a decision ends it, and keeps what was missed before', () => {
    const held = cyclesAt([first], daily, [], at(30));
    const ended = held.map((one, index) => (index === 1 ? { ...one, waivedAt: at(30) } : one));
    expect(told(cyclesAt(ended, daily, [release(40)], at(100)), at(100))).toEqual(['0 late', '24 waived']);
  });

  it('a cycle is open to what came after its start, until a whole period after its limit', () => {
    const cycle = { ...first, kind: 'follow_up' as const };
    expect([0, 1, 48, 48.1].map((hours) => isOpenTo(cycle, at(hours)))).toEqual([false, true, true, false]);
    expect(isOpenTo({ ...cycle, kind: 'statement_5h' }, at(0))).toBe(true);
  });
});

/** Hours of releases and of looks at the clock, in tenths. */
const tenths = fc.array(fc.integer({ min: 1, max: 2_400 }), { maxLength: 25 });

describe('whenever it is looked at', () => {
  it('the cycles are the same as when looked at once, if releases are recorded as they come', () => {
    fc.assert(
      fc.property(tenths, tenths, (published, looks) => {
        const releases = [...new Set(published)].map((tenth) => release(tenth / 10));
        const moments = [...looks, ...published, 2_400].sort((a, b) => a - b).map((tenth) => at(tenth / 10));
        let held = [first];
        for (const now of moments) {
          const known = releases.filter((one) => one.recordedAt <= now);
          held = cyclesAt(held, daily, known, now);
        }
        expect(held).toEqual(cyclesAt([first], daily, releases, at(240)));
      }),
    );
  });

  it('they follow each other without a gap, each as long as the cadence, one of them open', () => {
    fc.assert(
      fc.property(tenths, tenths, fc.integer({ min: 0, max: 2_400 }), (published, late, now) => {
        const releases = published.map((tenth, index) => release(tenth / 10, (tenth + (late[index] ?? 0)) / 10));
        const cycles = cyclesAt([first], daily, releases, at(now / 10));
        cycles.forEach((one, index) => {
          expect(one.dueAt.getTime() - one.startAt.getTime()).toBe(HOURS * HOUR);
          const before = cycles[index - 1];
          const expected = before?.missedAt ?? before?.metAt ?? first.startAt;
          expect(one.startAt).toEqual(expected);
        });
        const open = cycles.map((one) => standing(one, at(now / 10))).filter((state) => state === 'running');
        expect(open).toHaveLength(1);
      }),
    );
  });
});
