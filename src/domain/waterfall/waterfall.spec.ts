import { type Milestone, MILESTONES, type Reached, timeByUse, waterfall } from './waterfall.js';

const MINUTE = 60_000;
const at = (milestone: Milestone, minute: number): Reached => ({ milestone, at: minute * MINUTE, by: null });
const EXPECTED: Milestone[] = MILESTONES.filter((one) => one !== 'consulted');
const told = (reached: Reached[], goesOn = true) =>
  waterfall(reached, EXPECTED, goesOn).map(
    ({ until, from, to }) => `${until} ${from / MINUTE}-${to === null ? '' : to / MINUTE}`,
  );

describe('where the minutes went', () => {
  it('tells the time before each milestone, and the open one that grows', () => {
    expect(told([at('occurred', 0), at('first_published', 20), at('detected', 21), at('opened', 22)])).toEqual([
      ...['first_published 0-20', 'detected 20-21', 'opened 21-22', 'assessed 22-'],
    ]);
  });

  it('waits for nothing that a later milestone has overtaken', () => {
    expect(told([at('detected', 0), at('opened', 1), at('acknowledged', 10)])).toEqual([
      ...['opened 0-1', 'acknowledged 1-10', 'drafted 10-'],
    ]);
  });

  it('follows what happened, also where a text was published before it was signed', () => {
    expect(told([at('drafted', 0), at('released', 30), at('signed', 50), at('conference', 60)])).toEqual([
      ...['released 0-30', 'signed 30-50', 'conference 50-60'],
    ]);
  });

  it('has nothing open once the case is over or all is reached', () => {
    expect(told([at('detected', 0), at('opened', 1)], false)).toEqual(['opened 0-1']);
    expect(told([at('released', 0), at('conference', 9)])).toEqual(['conference 0-9']);
    expect(told([])).toEqual([]);
  });

  it('adds up to the whole, whatever the order: no gap, no overlap', () => {
    const reached = MILESTONES.map((milestone, n) => at(milestone, (n * 7) % MILESTONES.length));
    const sums = timeByUse(waterfall(reached, EXPECTED, true), 100 * MINUTE);
    expect(sums.outside + sums.waiting + sums.working).toBe((MILESTONES.length - 1) * MINUTE);
  });

  it('counts an open stretch until now', () => {
    expect(timeByUse(waterfall([at('acknowledged', 0)], EXPECTED, true), 5 * MINUTE)).toEqual({
      ...{ outside: 0, waiting: 0, working: 5 * MINUTE },
    });
  });
});
