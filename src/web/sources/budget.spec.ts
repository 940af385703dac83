import { budgetOf } from './budget.js';

const AT = Date.parse('2026-11-22T06:00:00Z');
const after = (seconds: number): string => new Date(AT + seconds * 1000).toISOString();
const source = { lastOkAt: after(0), nextVisitAt: after(50), budgetSeconds: 120 };

describe('the budget of a source', () => {
  test('runs from the last reading; the limit itself is still in time', () => {
    expect(budgetOf(source, AT + 60_000)).toEqual({ tone: 'running', gone: 0.5, planned: 50, limit: 120 });
    expect(budgetOf(source, AT + 120_000).tone).toBe('running');
    expect(budgetOf(source, AT + 121_000)).toMatchObject({ tone: 'overdue', gone: 1 });
  });

  test('presses when the next visit is planned beyond the limit', () => {
    expect(budgetOf({ ...source, nextVisitAt: after(300) }, AT + 1_000)).toMatchObject({ tone: 'soon', planned: 300 });
  });

  test('has nothing to say before the first reading, and no plan while nothing is planned', () => {
    expect(budgetOf({ ...source, lastOkAt: null }, AT)).toEqual({
      tone: 'running',
      gone: 0,
      planned: null,
      limit: 120,
    });
    expect(budgetOf({ ...source, nextVisitAt: null }, AT + 1_000).planned).toBeNull();
  });
});
