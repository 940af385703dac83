import type { IncidentView } from '../../src/contract/incident.js';
import { Office } from '../support/office.js';

const MINUTE = 60_000;

/** Keys of the limits' own thresholds: what a limit promises whatever else is told of a case. */
const OF_LIMITS = ['half', 'minutes_240', 'minutes_60', 'minutes_30', 'due'];

/** When the thresholds of each limit are crossed, minutes after the start (config/policy.yaml). */
export const STATEMENT = ['half +150', 'minutes_60 +240', 'minutes_30 +270', 'due +300'];
export const CONFERENCE = ['half +720', 'minutes_240 +1200', 'minutes_60 +1380', 'due +1440'];

type Kind = 'statement_5h' | 'press_conference_24h' | 'other_48h';

/** An office whose clock is set to any day, and the questions that stories of time ask of a case. */
export class Traveller {
  private constructor(readonly office: Office) {}

  static async set(out: { at: string; env?: Record<string, string> }): Promise<Traveller> {
    const traveller = new Traveller(await Office.open({ env: out.env ?? {} }));
    await traveller.office.clock.travelTo(out.at);
    return traveller;
  }

  async to(instant: string): Promise<void> {
    await this.office.clock.travelTo(instant);
    await this.office.sweeps();
  }

  /** A confirmed case of the level by hand, its start at this moment. */
  async opens(title: string, level = 'I'): Promise<IncidentView> {
    const opened = await this.office.post<IncidentView>('/incidents', { title, level, lead: 'FILM' });
    if (opened.status !== 201) throw new Error(`POST /incidents: ${JSON.stringify(opened.body)}`);
    return this.office.incident(opened.body.id);
  }

  async publishedStatement(id: string, publishedAt: Date | string, url = 'https://example.gov.cn/a'): Promise<number> {
    const body = { channel: 'website', url, publishedAt: new Date(publishedAt).toISOString() };
    return (await this.office.post(`/incidents/${id}/statements`, body)).status;
  }

  async holdsConference(id: string, startedAt: Date | string): Promise<number> {
    const body = { startedAt: new Date(startedAt).toISOString(), place: '新闻发布厅' };
    return (await this.office.post(`/incidents/${id}/press-conferences`, body)).status;
  }

  async clock(id: string, kind: Kind) {
    const clock = (await this.office.incident(id)).clocks.find((one) => one.kind === kind);
    if (!clock) throw new Error(`${kind} does not run`);
    return clock;
  }

  /** Standing of the statutory clocks, by kind. */
  async standings(id: string): Promise<Record<string, string>> {
    const { clocks } = await this.office.incident(id);
    return Object.fromEntries(clocks.map(({ kind, state }) => [kind, state]));
  }

  /** The crossed thresholds of a limit in order, each with its minutes after the present start. */
  async crossed(id: string, kind: Kind): Promise<string[]> {
    return (await this.alerts(id, kind)).map(({ key, minutes }) => `${key} +${minutes}`);
  }

  /** By how many whole minutes the product itself was late with each. */
  async lateBy(id: string, kind: Kind): Promise<number[]> {
    return (await this.alerts(id, kind)).map(({ late }) => Math.floor(Number(late) / MINUTE));
  }

  /** Notices of a limit's clock to one recipient over one channel. */
  async told(id: string, kind: Kind, recipient: string): Promise<{ keys: string[] }[]> {
    return this.office.db.query<{ keys: string[] }[]>(
      `select array(select one ->> 'key' from jsonb_array_elements(n.payload -> 'thresholds') one) as keys
       from notice n join deadline_alert a on a.id = n.alert_id join incident_clock c on c.id = a.clock_id
       where c.incident_id = $1 and c.kind = $2 and n.recipient_id = $3 and n.channel = 'board' order by n.created_at`,
      [id, kind, recipient],
    );
  }

  close(): Promise<void> {
    return this.office.close();
  }

  private alerts(id: string, kind: Kind): Promise<{ key: string; minutes: number; late: string }[]> {
    return this.office.db.query(
      `select a.key, round(extract(epoch from a.due_at - c.start_at) / 60)::int as minutes, a.late_ms as late
       from deadline_alert a join incident_clock c on c.id = a.clock_id
       where c.incident_id = $1 and c.kind = $2 and a.key = any($3) order by a.due_at, a.version`,
      [id, kind, OF_LIMITS],
    );
  }
}

export const minutesAfter = (instant: string, minutes: number): Date =>
  new Date(Date.parse(instant) + minutes * MINUTE);
