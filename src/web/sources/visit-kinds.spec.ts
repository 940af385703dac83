import type { VisitMark } from '../../contract/source.js';
import { visitOutcome } from '../../contract/source.js';
import { kindOf, tally } from './visit-kinds.js';

const visit = (outcome: VisitMark['outcome'], newItems = 0): VisitMark => ({
  at: '2026-11-22T06:00:00Z',
  outcome,
  newItems,
});

describe('the marks of visits', () => {
  test('a reading with news, one without, no change, and a visit that never began are told apart', () => {
    expect([visit('ok', 3), visit('ok'), visit('not_modified'), visit('never_started')].map(kindOf)).toEqual([
      'fresh',
      'read',
      'unchanged',
      'missed',
    ]);
  });

  test('every other outcome is a failure', () => {
    const others = visitOutcome.options.filter((one) => !['ok', 'not_modified', 'never_started'].includes(one));
    expect(others.length).toBeGreaterThan(10);
    expect(new Set(others.map((one) => kindOf(visit(one))))).toEqual(new Set(['failed']));
  });

  test('are counted, without those there are none of', () => {
    expect(tally([visit('ok'), visit('dns'), visit('tls'), visit('ok')])).toEqual([
      { kind: 'read', count: 2 },
      { kind: 'failed', count: 2 },
    ]);
    expect(tally([])).toEqual([]);
  });
});
