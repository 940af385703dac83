import { bornOverdue, standing } from './standing.js';

const dueAt = new Date('2026-03-02T06:00:00Z');
const clock = { openedAt: new Date('2026-03-02T02:00:00Z'), dueAt, metAt: null, waivedAt: null };
const shifted = (ms: number) => new Date(dueAt.getTime() + ms);

describe('standing of a clock', () => {
  it('is overdue only after the limit itself has passed', () => {
    expect(standing(clock, dueAt)).toBe('running');
    expect(standing(clock, shifted(1))).toBe('overdue');
  });

  it('is met at the limit and late a millisecond after it, whenever it is looked at', () => {
    expect(standing({ ...clock, metAt: dueAt }, shifted(9e9))).toBe('met');
    expect(standing({ ...clock, metAt: shifted(1) }, dueAt)).toBe('late');
  });

  it('lets an answer stand above a later waiver', () => {
    expect(standing({ ...clock, waivedAt: dueAt }, shifted(1))).toBe('waived');
    expect(standing({ ...clock, waivedAt: dueAt, metAt: dueAt }, shifted(1))).toBe('met');
  });

  it('knows a clock that was over before the case was opened', () => {
    expect(bornOverdue(clock)).toBe(false);
    expect(bornOverdue({ ...clock, openedAt: shifted(1) })).toBe(true);
  });
});
