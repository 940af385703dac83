import type { CampaignView } from '../../contract/campaign.js';
import { bodyOf, filledOf, wordsOf } from './campaign-form.js';
import { inOrder, queryOf, readCampaignSearch } from './campaign-search.js';

const CAMPAIGN: CampaignView = {
  ...{
    id: 'a',
    version: 3,
    name: '书展',
    phase: 'running',
    lowered: true,
    digestTime: '18:00',
    versions: [],
    calledOff: null,
  },
  ...{ startsAt: '2027-03-01T01:02:03.000Z', endsAt: '2027-03-09T10:00:00.000Z', words: ['书展', '展位'] },
  ...{ sources: [{ id: 'forum', name: '论坛' }], roster: [{ accountId: 'p', name: '某人' }] },
};

test('what nobody touched goes back as it was, to the second; a changed time is read as 北京时间', () => {
  const filled = filledOf(CAMPAIGN);
  expect(filled).toMatchObject({ startsAt: '2027-03-01T09:02', words: '书展\n展位', roster: ['p'] });
  expect(bodyOf({ ...filled, endsAt: '2027-03-08T20:00' }, CAMPAIGN)).toEqual({
    ...{ name: '书展', lowered: true, digestTime: '18:00', words: ['书展', '展位'], sources: ['forum'], roster: ['p'] },
    ...{ startsAt: CAMPAIGN.startsAt, endsAt: '2027-03-08T20:00:00+08:00' },
  });
});

test('a word a line, each once', () => {
  expect(wordsOf(' 两会 \n\n代表驻地\n两会')).toEqual(['两会', '代表驻地']);
  expect(wordsOf(undefined)).toEqual([]);
});

test('running ones by their end, those ahead by their beginning, those over the last one first', () => {
  const at = (id: string, phase: CampaignView['phase'], startsAt: string, endsAt: string) => ({
    ...CAMPAIGN,
    ...{ id, phase, startsAt: `2027-${startsAt}T00:00:00.000Z`, endsAt: `2027-${endsAt}T00:00:00.000Z` },
  });
  const all = [
    at('over-long-ago', 'over', '01-01', '01-05'),
    at('over', 'over', '01-02', '02-01'),
    at('later', 'ahead', '08-01', '08-02'),
    at('next', 'ahead', '07-01', '09-01'),
    at('runs-on', 'running', '03-01', '06-01'),
    at('ends-soon', 'running', '03-01', '03-20'),
  ];
  expect(inOrder(all).map(({ id }) => id)).toEqual(['ends-soon', 'runs-on', 'next', 'later', 'over', 'over-long-ago']);
});

test('the address is read, what it does not know is left out', () => {
  expect(readCampaignSearch({ phase: 'called_off', q: 2027 })).toEqual({ phase: 'called_off', q: '2027' });
  expect(JSON.parse(JSON.stringify(readCampaignSearch({ phase: 'ended', q: ' ' })))).toEqual({});
  expect(queryOf({ phase: 'over' }, 'x_y')).toBe('phase=over&cursor=x_y');
});
