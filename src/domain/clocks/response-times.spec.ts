import { dutiesOf, type Happening, minutesOf, tallyOf, verdictOf } from './response-times.js';

const T0 = Date.parse('2026-03-02T00:00:00Z');
const iso = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString();
const clock = (id: string, hours: number) => ({
  id,
  kind: hours === 5 ? 'statement_5h' : 'press_conference_24h',
  startAt: iso(0),
  dueAt: iso(hours * 60),
  bornOverdue: false,
});
const row = (minutes: number, kind: string, incidentId: string, data: Record<string, unknown>): Happening => ({
  at: iso(minutes),
  kind,
  incidentId,
  data,
});
const opened = (id: string, lead: string) =>
  row(1, 'incident.opened', id, {
    number: id,
    title: id,
    lead,
    channel: 'live',
    clocks: [clock(`${id}5`, 5), clock(`${id}24`, 24)],
  });

describe('response times folded from the journal', () => {
  it('counts an open duty past its limit as missed now, and one still running apart', () => {
    const duties = dutiesOf([opened('a', 'FILM')]);
    const at = T0 + 6 * 3_600_000;
    expect(duties.map((duty) => verdictOf(duty, at))).toEqual(['open_overdue', 'running']);
    expect(tallyOf(duties, at)).toMatchObject({ due: 1, met: 0, openOverdue: 1, running: 1, onTimeRate: 0 });
  });

  it('takes met or late from the instant of the answer, not of its entry', () => {
    const met = { ...clock('a5', 5), metAt: iso(299) };
    const [duty] = dutiesOf([opened('a', 'FILM'), row(500, 'statement.recorded', 'a', { met: [met] })]);
    expect(duty && verdictOf(duty, T0 + 9e9)).toBe('met');
    expect(duty && minutesOf(duty)).toBe(299);
  });

  it('charges a miss to the bureau that led at due time', () => {
    const handedOver = [opened('a', 'FILM'), row(100, 'incident.assigned', 'a', { lead: 'SECURITY' })];
    expect(dutiesOf(handedOver).map((duty) => duty.bureau)).toEqual(['SECURITY', 'SECURITY']);
    const tooLate = [opened('a', 'FILM'), row(400, 'incident.assigned', 'a', { lead: 'SECURITY' })];
    expect(dutiesOf(tooLate).map((duty) => duty.bureau)).toEqual(['FILM', 'SECURITY']);
  });

  it('lists what was dismissed apart from what was due', () => {
    const waived = [clock('a5', 5), clock('a24', 24)];
    const duties = dutiesOf([opened('a', 'FILM'), row(30, 'incident.dismissed', 'a', { reason: '演练', waived })]);
    expect(tallyOf(duties, T0 + 9e9)).toMatchObject({ due: 0, waived: 2, onTimeRate: null });
    expect(duties[0]?.reason).toBe('演练');
  });

  it('names a case as it is called now, in its later duties too', () => {
    const retitled = row(30, 'incident.retitled', 'a', { from: 'a', title: '15人遇难' });
    const later = row(40, 'incident.graded', 'a', { clocks: [clock('a48', 48)] });
    const titles = dutiesOf([opened('a', 'FILM'), opened('b', 'FILM'), retitled, later]).map((duty) => duty.title);
    expect(titles).toEqual(['15人遇难', '15人遇难', 'b', 'b', '15人遇难']);
  });

  it('keeps drills and canaries out', () => {
    const drill = opened('a', 'FILM');
    drill.data['channel'] = 'drill';
    expect(dutiesOf([drill])).toEqual([]);
  });
});
