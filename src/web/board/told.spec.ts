import type { JournalLine } from '../../contract/incident.js';
import { toldRows } from './told.js';

const row = (
  seq: number,
  kind: string,
  data: Record<string, unknown> = {},
  at = '2026-11-22T06:00:05Z',
): JournalLine => ({
  ...{ seq, at, kind, data },
  incidentId: 'case',
  actor: 'system',
});
const seqs = (rows: JournalLine[]) => toldRows(rows).map(({ seq }) => seq);

describe('what the board tells as it happens', () => {
  it('leaves what is decided of a matter without a case to the desk where it is judged', () => {
    const withoutCase = (line: JournalLine): JournalLine => ({ ...line, incidentId: null });
    const rows = [row(4, 'story.split'), row(3, 'story.set_aside'), row(2, 'story.triage'), row(1, 'story.national')];
    expect(seqs([row(5, 'story.joined'), ...rows.map(withoutCase)])).toEqual([5, 1]);
  });

  it('leaves notices to the case', () => {
    expect(seqs([row(4, 'notice.sent'), row(2, 'story.national'), row(1, 'incident.opened')])).toEqual([2, 1]);
  });

  it('tells of thresholds that one clock passed in one minute only the last', () => {
    const [first, second] = [{ clockKind: 'statement_5h' }, { clockKind: 'press_conference_24h' }];
    const late = '2026-11-22T07:30:05Z';
    const rows = [
      row(5, 'threshold.fired', first, late),
      row(4, 'threshold.fired', second),
      row(3, 'threshold.fired', first),
    ];
    expect(seqs([...rows, row(2, 'threshold.fired', first), row(1, 'incident.opened')])).toEqual([5, 4, 3, 1]);
  });
});
