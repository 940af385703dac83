import { campaignPeriods } from './campaign-periods.js';

const beijing = (text: string): Date => new Date(`${text}+08:00`);
const campaign = {
  startsAt: beijing('2028-02-28T00:00:00'),
  endsAt: beijing('2028-03-01T12:00:00'),
  digestTime: '18:00',
};

test('its beginning, a digest for each day over a leap day, its end, each from its own instant on', () => {
  expect(campaignPeriods(campaign, beijing('2028-02-27T23:59:59.999'))).toEqual([]);
  expect(campaignPeriods(campaign, beijing('2028-02-28T17:59:59'))).toEqual(['begin']);
  expect(campaignPeriods(campaign, beijing('2028-02-28T18:00:00'))).toEqual(['begin', '2028-02-28']);
  const all = ['begin', '2028-02-28', '2028-02-29'];
  expect(campaignPeriods(campaign, beijing('2028-03-01T11:59:59'))).toEqual(all);
  expect(campaignPeriods(campaign, beijing('2029-01-01T00:00:00'))).toEqual([...all, 'end']);
});
