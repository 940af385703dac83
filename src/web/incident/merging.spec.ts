import type { IncidentLine } from '../../contract/incident.js';
import { mergingOf, partnersOf } from './merging.js';

const line = (id: string, clockStartAt: string, places: string[] = []): IncidentLine =>
  ({ id, number: id, version: 1, level: 'II', clockStartAt, places }) as unknown as IncidentLine;
const [early, late] = [line('early', '2026-11-22T05:00:00Z'), line('late', '2026-11-22T06:00:00Z')];

describe('two cases that become one', () => {
  it('goes on under the number whose clocks started first, unless the other one is chosen', () => {
    expect(mergingOf(late, early)).toMatchObject({ kept: { id: 'early' }, gone: { id: 'late' } });
    expect(mergingOf(early, late)).toMatchObject({ kept: { id: 'early' }, gone: { id: 'late' } });
    expect(mergingOf(late, early, 'late')).toMatchObject({ kept: { id: 'late' }, gone: { id: 'early' } });
  });

  it('does not keep a case that is none of the two any more', () => {
    expect(mergingOf(late, early, 'elsewhere')).toMatchObject({ kept: { id: 'early' } });
  });

  it('offers those that people are asked about first, then those of the same place', () => {
    const own = { places: ['甲省'], perhapsSame: [{ id: 'asked', number: 'YQ-1', title: '' }] };
    const others = [late, line('near', '2026-11-22T04:00:00Z', ['甲省']), line('asked', '2026-11-22T03:00:00Z'), early];
    const offered = partnersOf(own, others).map(({ near, cases }) => [near, cases.map(({ id }) => id)]);
    expect(offered).toEqual([
      ['asked', ['asked']],
      ['likely', ['near']],
      ['rest', ['late', 'early']],
    ]);
  });
});
