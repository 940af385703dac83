import type { ClockKind } from '../../src/contract/clock.js';
import type { IncidentView } from '../../src/contract/incident.js';
import type { ResponseTimes } from '../../src/contract/response-times.js';
import { CaseInvariants } from './case-invariants.js';
import { Office } from './office.js';

/** Something that happens to one of two cases. */
export type Step =
  | { do: 'passes'; minutes: number }
  | { do: 'publishes'; which: Which; form: 'statements' | 'press-conferences'; minutes: number }
  | { do: 'acknowledges' | 'confirms' | 'dismisses' | 'merges' | 'endsFollowUp'; which: Which }
  | { do: 'grades'; which: Which; level: 'I' | 'II' | 'III' }
  | { do: 'corrects'; which: Which; minutes: number }
  | { do: 'correctsEvidence'; which: Which; minutes: number; nth: number }
  | { do: 'withdrawsEvidence'; which: Which; nth: number }
  | { do: 'asksWaiver'; which: Which; kind: ClockKind }
  | { do: 'decides'; which: Which; who: 'first' | 'entitled'; agree: boolean }
  | { do: 'isReported'; deaths: number };
type Which = 'a' | 'b';

/** Places of their own, so that no case meets another by its place. */
export const CITIES = (
  '甘肃天水 青海西宁 云南大理 陕西汉中 湖南岳阳 安徽黄山 海南三亚 贵州铜仁 四川绵阳 广东惠州 江西赣州 河北保定 山西运城 福建泉州 ' +
  '浙江嘉兴 江苏盐城 山东临沂 河南南阳 湖北襄阳 湖南衡阳 广西玉林 广西柳州 四川宜宾 贵州遵义 云南曲靖 陕西榆林 甘肃酒泉 宁夏固原 新疆哈密 ' +
  '辽宁丹东 吉林通化 黑龙江鸡西 内蒙古赤峰 河北邯郸 山西大同 安徽阜阳 安徽芜湖 江西九江 江西宜春 山东菏泽 山东烟台 河南洛阳 河南周口 湖北黄冈 ' +
  '湖北宜昌 湖南邵阳 湖南常德 广东茂名 广东湛江 广西百色 四川达州 四川泸州 贵州毕节 云南昭通 陕西咸阳 甘肃庆阳 辽宁锦州 吉林延边 黑龙江绥化 江苏徐州'
).split(' ');

/** A desk with two duty officers and leadership, at which two cases at a time go through anything that can happen to them. */
export class CaseDesk {
  private readonly cookies: Partial<Record<'second' | 'leader' | 'reader', string>> = {};
  private invariants = new CaseInvariants([]);
  private cases: Record<Which, string> = { a: '', b: '' };
  private city = '';
  private count = 0;

  private constructor(readonly office: Office) {}

  static async open(): Promise<CaseDesk> {
    const desk = new CaseDesk(await Office.open({ jurisdiction: 'nation' }));
    desk.cookies.second = await desk.office.employs('second', 'duty_officer');
    desk.cookies.leader = await desk.office.employs('leader', 'leadership');
    // A person may ask only so often: what is merely read is read by another one.
    desk.cookies.reader = await desk.office.employs('reader', 'auditor');
    return desk;
  }

  close(): Promise<void> {
    return this.office.close();
  }

  /** The machine opens one case from a report, a person another one. */
  async begins(city: string): Promise<void> {
    this.city = city;
    await this.isReported(12);
    const a = (await this.office.incidents(10)).find((one) => one.title.includes(city.slice(2)))?.id;
    if (a === undefined) throw new Error(`no case was opened at ${city}`);
    const wish = { title: `${city}影院另案 ${(this.count += 1)}`, level: 'II', lead: 'FILM', text: '有人受伤' };
    const b = (await this.office.post<IncidentView>('/incidents', wish)).body.id;
    this.cases = { a, b };
    this.invariants = new CaseInvariants([a, b]);
    await this.invariants.check(this.office, 'begins');
  }

  async takes(step: Step): Promise<void> {
    await this.carriesOut(step);
    await this.invariants.check(this.office, JSON.stringify(step));
  }

  /** The kinds of what has happened to all cases so far. */
  async happened(): Promise<string[]> {
    const rows = await this.office.db.query<{ kind: string }[]>(
      'select distinct kind from journal where incident_id is not null',
    );
    return rows.map((row) => row.kind);
  }

  /** The report, folded from the journal alone, tells what the rows tell. */
  async reportAgrees(): Promise<void> {
    await this.office.sweeps();
    const { rows } = await this.office.get<ResponseTimes>('/reports/response-times');
    for (const id of [this.cases.a, this.cases.b]) {
      const { clocks, followUps } = await this.reads(id);
      const told = rows
        .filter((row) => row.incidentId === id)
        .map(({ kind, dueAt, metAt, verdict }) => ({
          ...{ kind, dueAt, metAt },
          state: verdict === 'open_overdue' ? 'overdue' : verdict,
        }));
      const held = [...clocks, ...followUps].map(({ kind, dueAt, metAt, state }) => ({
        ...{ kind, dueAt, metAt },
        state: state === 'missed' ? 'overdue' : state,
      }));
      type Told = (typeof told)[number];
      const byKind = (one: Told, other: Told) =>
        one.kind.localeCompare(other.kind) ||
        one.dueAt.localeCompare(other.dueAt) ||
        one.state.localeCompare(other.state);
      expect(told.sort(byKind)).toEqual(held.sort(byKind));
    }
  }

  /** No cycle of theirs runs on through the sequences that follow. */
  async leaves(): Promise<void> {
    for (const id of [this.cases.a, this.cases.b]) await this.posts(`${id}/follow-up/end`, { reason: '办结' });
  }

  private async carriesOut(step: Step): Promise<void> {
    if (step.do === 'passes') return this.office.passes({ minutes: step.minutes });
    if (step.do === 'isReported') return this.isReported(step.deaths);
    const id = this.cases[step.which];
    if (step.do === 'publishes') return this.publishes(id, step);
    if (step.do === 'corrects') return this.corrects(id, step.minutes);
    if (step.do === 'correctsEvidence' || step.do === 'withdrawsEvidence') return this.changesEvidence(id, step);
    if (step.do === 'decides') return this.decides(id, step);
    const reason = '核实情况';
    if (step.do === 'grades') return this.posts(`${id}/grade`, { level: step.level, reason });
    if (step.do === 'asksWaiver') return this.posts(`${id}/clocks/${step.kind}/waiver`, { reason });
    if (step.do === 'endsFollowUp') return this.posts(`${id}/follow-up/end`, { reason });
    if (step.do === 'merges') {
      return this.posts(`${id}/merge`, { into: this.cases[step.which === 'a' ? 'b' : 'a'], reason });
    }
    const act = { acknowledges: 'acknowledge', confirms: 'confirm', dismisses: 'dismiss' }[step.do];
    return this.posts(`${id}/${act}`, { reason });
  }

  private async isReported(deaths: number): Promise<void> {
    await this.office.publishes({ title: `${this.city}一工厂爆炸已致${deaths}人死亡` });
    await this.office.judges();
    await this.office.sweeps();
  }

  /** So many minutes after the start, which is refused while it lies in the future. */
  private async publishes(id: string, { form, minutes }: Extract<Step, { do: 'publishes' }>): Promise<void> {
    const { clockStartAt } = await this.reads(id);
    const at = new Date(Date.parse(clockStartAt) + minutes * 60_000).toISOString();
    const url = `https://www.office.test/${(this.count += 1)}`;
    const body =
      form === 'statements' ? { channel: 'website', url, publishedAt: at } : { startedAt: at, place: '发布厅' };
    await this.posts(`${id}/${form}`, body);
  }

  private async corrects(id: string, minutes: number): Promise<void> {
    const { clockStartAt } = await this.reads(id);
    const at = new Date(Date.parse(clockStartAt) - minutes * 60_000).toISOString();
    await this.posts(`${id}/clock-start`, { fact: 'occurred', at, reason: '核实情况' });
  }

  /** Some release or conference that stands was published at another time, or not at all. */
  private async changesEvidence(
    id: string,
    step: Extract<Step, { do: 'correctsEvidence' | 'withdrawsEvidence' }>,
  ): Promise<void> {
    const { clockStartAt, statements, pressConferences } = await this.reads(id);
    const standing = [...statements, ...pressConferences];
    const one = standing[step.nth % standing.length];
    if (!one) return;
    const reason = '核对原页面';
    if (step.do === 'withdrawsEvidence') return this.posts(`${id}/evidence/${one.id}/withdrawal`, { reason });
    const at = new Date(Date.parse(clockStartAt) + step.minutes * 60_000).toISOString();
    await this.posts(`${id}/evidence/${one.id}/correction`, { at, reason });
  }

  private async decides(id: string, { who, agree }: Extract<Step, { do: 'decides' }>): Promise<void> {
    const [request] = (await this.reads(id)).secondPerson;
    if (!request) return;
    const entitled = this.cookies[request.kind === 'waiver' ? 'leader' : 'second'];
    await this.posts(`${id}/second-person`, { request: request.id, agree }, who === 'first' ? undefined : entitled);
  }

  private reads(id: string): Promise<IncidentView> {
    return this.office.get<IncidentView>(`/incidents/${id}`, this.cookies.reader);
  }

  /** What is refused is refused; nothing ever breaks. */
  private async posts(path: string, body: object, cookie?: string): Promise<void> {
    const { status, body: told } = await this.office.post<{ detail?: string }>(`/incidents/${path}`, body, cookie);
    if (status === 429 || status >= 500) throw new Error(`POST ${path}: ${status} ${JSON.stringify(told)}`);
  }
}
