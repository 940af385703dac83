import type { CampaignView } from '../../src/contract/campaign.js';
import { Office } from '../support/office.js';
import { insertPerson, insertShift } from '../support/roster-rows.js';

/** The clock of a case runs from 02:00; the campaign's window is [03:00, 06:00). Half its time is up at 04:30, an hour is left at 06:00. */
const START = '2027-03-01T02:00:00Z';
const WINDOW = { startsAt: '2027-03-01T03:00:00Z', endsAt: '2027-03-01T06:00:00Z' };

/** A campaign's people stand beside the desk during its window, for its cases and for nothing else. */
describe('the roster of a campaign', () => {
  let office: Office;
  let people: Record<string, string>;
  beforeEach(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    await office.clock.travelTo(START);
    people = {};
    for (const [name, role, bureau] of [
      ['day', 'duty_officer', null],
      ['extra', 'analyst', null],
      ['film', 'bureau_officer', 'FILM'],
    ] as const)
      people[name] = await insertPerson(office.db, name, { role, bureau });
    await insertShift(office.db, people['day'] ?? '', { to: 90 });
  });
  afterEach(() => office.close());

  const plans = (roster: string[]) =>
    office.post<CampaignView>('/campaigns', {
      ...{ name: '商场安全', ...WINDOW, words: ['商场火灾'] },
      roster: roster.map((name) => people[name]),
    });
  /** A report, and the case that it is told in. */
  async function reported(title: string, source = 'agency'): Promise<string> {
    await office.publishes({ title, source });
    await office.judges();
    return (await office.incidents())[0]?.id ?? '';
  }
  const until = async (time: string) => {
    await office.clock.travelTo(`2027-03-01T${time}Z`);
    await office.sweeps();
  };
  async function told(id: string, key: string): Promise<string[]> {
    const rows = await office.db.query<{ name: string }[]>(
      `select distinct a.username as name from notice n join account a on a.id::text = n.recipient_id,
         jsonb_array_elements(n.payload->'thresholds') t
       where n.incident_id = $1 and t->>'key' = $2 order by 1`,
      [id, key],
    );
    return rows.map(({ name }) => name);
  }

  it('a campaign that begins and ends while a clock runs: its people hear between the two', async () => {
    expect((await plans(['extra', 'film'])).status).toBe(201);
    const id = await reported('湖北武汉一商场爆炸起火已致12人死亡');
    await until('02:59:59');
    expect(await told(id, 'opened')).toEqual(['day']);
    await until('03:00:00');
    expect(await reported('武汉商场爆炸起火致12人死亡 商场火灾已扑灭', 'forum')).toBe(id);
    expect((await office.incident(id)).campaigns).toHaveLength(1);
    await until('04:30:01');
    // The officer of a bureau that has no part in it may not know of it.
    expect(await told(id, 'half')).toEqual(['day', 'extra']);
    await until('06:00:01');
    expect(await told(id, 'minutes_60')).toEqual(['day']);
  });

  it('what the campaign has not touched is told to the desk alone', async () => {
    await plans(['extra']);
    const id = await reported('湖北武汉一工厂爆炸已致12人死亡');
    await until('04:30:01');
    expect(await told(id, 'half')).toEqual(['day']);
  });

  it('with nobody on its list, or nobody who may still sign in, the desk remains', async () => {
    await plans(['extra']);
    await office.db.query('update account set disabled_at = app_now() where id = $1', [people['extra']]);
    const id = await reported('湖北武汉一商场爆炸起火已致12人死亡');
    await until('03:00:00');
    await reported('武汉商场爆炸起火致12人死亡 商场火灾已扑灭', 'forum');
    await until('04:30:01');
    expect(await told(id, 'half')).toEqual(['day']);
  });
});
