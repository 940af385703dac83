import type { LadderRule, RungPost } from './policy.js';
import { rungsAhead } from './ladder.js';

const start = Date.parse('2026-03-02T00:00:00Z');
const minutes = (n: number) => new Date(start + n * 60_000);
const rule: LadderRule = {
  clocks: ['statement_5h'],
  acknowledgedMinutes: 60,
  rungs: [
    { post: 'lead_officer', silenceMinutes: 15 },
    { post: 'lead_head', share: 0.5, silenceMinutes: 30 },
    { post: 'leadership', share: 0.8 },
  ],
  citation: 'test',
};
const silence = {
  ...{ startAt: minutes(0), dueAt: minutes(300), openedAt: minutes(0), since: minutes(0) },
  ...{ confirmedAt: minutes(0), unconfirmedMinutes: 10, heard: new Set<RungPost>(), told: new Set<RungPost>() },
};
const ahead = (change = {}) =>
  rungsAhead(rule, { ...silence, ...change }).map(
    ({ key, fireAt }) => `${key.slice(5)} ${(fireAt.getTime() - start) / 60_000}`,
  );

describe('the rungs ahead', () => {
  it('come by silence or by a share of the time, whichever is first', () => {
    expect(ahead()).toEqual(['lead_officer 15', 'lead_head 45', 'leadership 240']);
    expect(ahead({ since: minutes(140) })).toEqual(['lead_officer 150', 'lead_head 150', 'leadership 240']);
  });

  it('are counted from the begin of the silence for what has not heard', () => {
    const heard = new Set<RungPost>(['lead_officer']);
    expect(ahead({ since: minutes(60), heard })).toEqual(['lead_head 90', 'leadership 240']);
  });

  it('stay where they stood when they are counted again after one of them was told', () => {
    const told = new Set<RungPost>(['lead_officer']);
    expect(ahead({ told })).toEqual(['lead_head 45', 'leadership 240']);
  });

  it('climb at once where the time is nearly over, but never before others than the desk may be told', () => {
    const late = { openedAt: minutes(250), since: minutes(250), confirmedAt: null };
    expect(ahead(late)).toEqual(['lead_officer 260', 'lead_head 260', 'leadership 260']);
    expect(ahead({ ...late, confirmedAt: minutes(253) })).toContain('leadership 253');
  });
});
