import { phaseOf, touches } from './campaign.js';

const MARCH = { startsAt: new Date('2027-02-28T16:00:00Z'), endsAt: new Date('2027-03-12T16:00:00Z') };
const campaign = { ...MARCH, words: ['两会', 'NPC'], sources: ['hall'] };
const seen = { title: '代表谈票房', text: '', source: 'agency', at: new Date('2027-03-05T01:00:00Z') };

test('the beginning belongs to the window, the end no longer does', () => {
  expect(phaseOf(MARCH, new Date(MARCH.startsAt.getTime() - 1))).toBe('ahead');
  expect(phaseOf(MARCH, MARCH.startsAt)).toBe('running');
  expect(phaseOf(MARCH, new Date(MARCH.endsAt.getTime() - 1))).toBe('running');
  expect(phaseOf(MARCH, MARCH.endsAt)).toBe('over');
});

test('one that was called off never runs', () => {
  const off = { ...campaign, calledOffAt: new Date('2027-02-01T00:00:00Z') };
  expect(phaseOf(off, seen.at)).toBe('called_off');
  expect(touches(off, { ...seen, title: '两会代表谈票房' })).toBe(false);
});

test('its words, whatever their case, or its sources; neither outside the window', () => {
  expect(touches(campaign, seen)).toBe(false);
  expect(touches(campaign, { ...seen, title: '两会代表谈票房' })).toBe(true);
  expect(touches(campaign, { ...seen, text: 'at the npc' })).toBe(true);
  expect(touches(campaign, { ...seen, source: 'hall' })).toBe(true);
  expect(touches(campaign, { ...seen, source: 'hall', at: MARCH.endsAt })).toBe(false);
});
