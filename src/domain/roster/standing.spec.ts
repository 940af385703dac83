import type { AskingCase, RunningShift, Standing } from './post.js';
import { onShift, personsOn, type RosterNow } from './standing.js';

const person = (accountId: string, role: Standing['role'], bureau: string | null = null): Standing => ({
  accountId,
  role,
  bureau,
});
const turn = (accountId: string, post: string, seat: RunningShift['seat'] = 'main') => ({ accountId, post, seat });
const FIRE = { lead: 'SECURITY', co: ['FILM'] };

const people = [
  person('chief', 'administrator'),
  person('day', 'duty_officer'),
  person('night', 'duty_officer'),
  person('guard', 'bureau_officer', 'SECURITY'),
  person('guard2', 'bureau_officer', 'SECURITY'),
  person('guardhead', 'bureau_head', 'SECURITY'),
  person('film', 'bureau_officer', 'FILM'),
  person('office', 'bureau_head', 'GENERAL_OFFICE'),
  person('leader', 'leadership'),
];

function on(shifts: RunningShift[], post: Parameters<typeof personsOn>[1], restrictedTo?: string[]): string[] {
  const asking = restrictedTo ? { ...FIRE, restrictedTo } : FIRE;
  return personsOn({ people, shifts, campaigns: [] }, post, asking).map((one) => one.accountId);
}

describe('who stands on a post', () => {
  test('the desk: who has the turn, 正班 before 副班; without one, every duty officer', () => {
    expect(on([turn('night', 'press_office', 'deputy'), turn('day', 'press_office')], 'duty')).toEqual([
      'day',
      'night',
    ]);
    expect(on([turn('night', 'press_office')], 'duty')).toEqual(['night']);
    expect(on([], 'duty')).toEqual(['day', 'night']);
  });

  test('a bureau: the turn, else all its officers; a deputy only where one is on the list', () => {
    expect(on([turn('guard2', 'SECURITY')], 'lead_officer')).toEqual(['guard2']);
    expect(on([], 'lead_officer')).toEqual(['guard', 'guard2']);
    expect(on([], 'lead_deputy')).toEqual([]);
    expect(on([turn('guard', 'SECURITY', 'deputy')], 'lead_deputy')).toEqual(['guard']);
    expect(on([], 'co_officers')).toEqual(['film']);
  });

  test('heads, leadership and operators by role', () => {
    expect(on([], 'lead_head')).toEqual(['guardhead']);
    expect(on([], 'general_office_head')).toEqual(['office']);
    expect(on([], 'leadership')).toEqual(['leader']);
    expect(on([], 'operators')).toEqual(['chief']);
  });

  test('a restricted case is told to those it names; the desk never falls silent for it', () => {
    expect(on([turn('day', 'press_office')], 'duty', ['day', 'guard'])).toEqual(['day']);
    expect(on([turn('day', 'press_office')], 'duty', ['guard'])).toEqual(['guard']);
    expect(on([], 'lead_officer', ['guard2'])).toEqual(['guard2']);
    expect(on([], 'leadership', ['guard2'])).toEqual([]);
  });

  test('who changed bureau or role no longer has the turn planned before', () => {
    const roster: RosterNow = {
      people,
      shifts: [turn('film', 'SECURITY'), turn('leader', 'press_office')],
      campaigns: [],
    };
    expect(onShift(roster, 'SECURITY')).toEqual([]);
    expect(onShift(roster, 'press_office')).toEqual([]);
  });

  test('for a case of a campaign its people stand beside the desk, as far as they may know of it', () => {
    const campaigns = [{ campaignId: 'fair', accountIds: ['film', 'office', 'guard', 'leader'] }];
    const told = (post: 'duty' | 'lead_officer' | 'lead_head', more: Partial<AskingCase> = {}) =>
      personsOn({ people, shifts: [turn('day', 'press_office')], campaigns }, post, {
        ...{ ...FIRE, campaigns: ['fair'] },
        ...more,
      }).map((one) => one.accountId);
    expect(told('duty')).toEqual(['day', 'guard', 'film', 'leader']);
    expect(told('duty', { campaigns: ['other'] })).toEqual(['day']);
    expect(told('duty', { restrictedTo: ['day', 'leader'] })).toEqual(['day', 'leader']);
    // None of the named has the duty: all of them are told still, those of the campaign or not.
    expect(told('duty', { restrictedTo: ['night', 'leader'] })).toEqual(['night', 'leader']);
    expect(told('lead_head')).toEqual(['guardhead']);
    expect(told('lead_officer', { lead: 'GENERAL_OFFICE', co: [] })).toEqual(['day', 'office', 'leader']);
  });
});
