import type { CaseRecord } from '../../contract/records/record.js';
import { askedOf, isMine } from './asked.js';

const line = { lead: 'FILM', co: ['IMPORT'], stage: 'drafting' as const, acknowledgedAt: '2026-03-02T00:00:00Z' };
const record = (kind: CaseRecord['kind'], no: number, body: object) => ({ kind, no, body }) as CaseRecord;
const draft = record('draft', 1, {});
const passed = { draft: 1, result: 'passed' };
const returned = { draft: 1, result: 'returned' };

describe('what a bureau is asked for next', () => {
  test.each([
    ['sign', { ...line, acknowledgedAt: null }, 'FILM', [draft]],
    ['wait', line, 'FILM', undefined],
    ['answer', line, 'FILM', []],
    ['wait', line, 'IMPORT', []],
    ['wait', line, 'FILM', [draft]],
    ['co_sign', line, 'IMPORT', [draft]],
    ['wait', line, 'IMPORT', [draft, record('co_sign', 1, { ...passed, unit: 'IMPORT' })]],
    ['co_sign', line, 'IMPORT', [draft, record('co_sign', 1, { ...passed, unit: 'IMPORT' }), record('draft', 2, {})]],
    ['mend', line, 'FILM', [draft, record('secrecy_review', 1, returned)]],
    ['wait', line, 'FILM', [draft, record('secrecy_review', 1, returned), record('secrecy_review', 2, passed)]],
    [
      'mend',
      line,
      'FILM',
      [draft, record('secrecy_review', 1, passed), record('co_sign', 1, { ...returned, unit: 'B' })],
    ],
    ['wait', line, 'FILM', [draft, record('secrecy_review', 1, returned), record('draft', 2, {})]],
    ['publish', { ...line, stage: 'signed' as const }, 'FILM', [draft]],
    ['wait', { ...line, stage: 'released' as const }, 'IMPORT', [draft]],
  ] as const)('%s', (asked, one, bureau, records) => {
    expect(askedOf({ ...one, co: [...one.co] }, bureau, records)).toBe(asked);
  });

  test('what is over, or another bureau’s, is none of its own', () => {
    expect(isMine(line, 'IMPORT')).toBe(true);
    expect(isMine(line, 'SECURITY')).toBe(false);
    expect(isMine({ ...line, stage: 'closed' }, 'FILM')).toBe(false);
  });
});
