import type { TFunction } from 'i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { noticesOf, stillHolds } from './notice-of.js';

const t = ((key: string, params?: object) => [key, ...Object.values(params ?? {})].join(' ')) as unknown as TFunction;
const line = (id: string, more: Partial<IncidentLine> = {}): IncidentLine =>
  ({
    id,
    number: `YQ-${id}`,
    title: '某地影院起火',
    level: 'I',
    restrictedTo: null,
    ...more,
  }) as unknown as IncidentLine;

describe('what a desktop notification says', () => {
  it('is number, level and a short title', () => {
    const [one] = noticesOf({ grave: [line('1', { title: '长'.repeat(60) })], overdue: [] }, t);
    expect(one).toEqual({
      ...{ key: 'grave 1', incident: '1', title: 'sound.notice.graveOne level.I YQ-1' },
      body: `${'长'.repeat(40)}…`,
    });
  });

  it('does not name a restricted case', () => {
    const told = noticesOf({ grave: [], overdue: [line('1', { restrictedTo: ['somebody'] })] }, t);
    expect(told).toMatchObject([{ key: 'overdue 1', body: 'sound.notice.restricted' }]);
    expect(JSON.stringify(told)).not.toContain('影院');
  });

  it('makes one of many', () => {
    const told = noticesOf({ grave: ['1', '2', '3', '4'].map((id) => line(id)), overdue: [line('5')] }, t);
    expect(told.map(({ key, incident }) => [key, incident])).toEqual([
      ['grave', null],
      ['overdue 5', '5'],
    ]);
  });

  it('holds until the case has been acknowledged; what is overdue stays', () => {
    expect(stillHolds('grave 1', [line('1')])).toBe(true);
    expect(stillHolds('grave 1', [line('2')])).toBe(false);
    expect(stillHolds('grave', [line('2')])).toBe(true);
    expect(stillHolds('grave', [])).toBe(false);
    expect(stillHolds('overdue 1', [])).toBe(true);
  });
});
