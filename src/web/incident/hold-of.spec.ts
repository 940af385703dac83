import type { JournalLine } from '../../contract/incident.js';
import { holdOf } from './hold-of.js';

const row = (seq: number, kind: string, reason = '诉讼保全'): JournalLine => ({
  ...{ seq, kind, incidentId: null, actor: 'a', at: `2026-11-20T0${seq}:00:00.000Z` },
  data: { reason },
});

describe('the hold of a case', () => {
  it('is none until one is placed, and none once it is lifted', () => {
    expect(holdOf([row(1, 'incident.opened')])).toBeNull();
    expect(holdOf([row(1, 'incident.hold_placed'), row(2, 'incident.hold_lifted')])).toBeNull();
  });

  it('is the last one, in whatever order the rows come', () => {
    const rows = [
      row(3, 'incident.hold_placed', '再次'),
      row(2, 'incident.hold_lifted'),
      row(1, 'incident.hold_placed'),
    ];
    expect(holdOf(rows)).toEqual({ at: '2026-11-20T03:00:00.000Z', by: 'a', reason: '再次' });
  });
});
