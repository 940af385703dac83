import type { Office } from './office.js';

interface Clock {
  id: string;
  incidentId: string;
  kind: string;
  version: number;
  startAt: Date;
  dueAt: Date;
  metAt: Date | null;
  waivedAt: Date | null;
  waivedReason: string | null;
  waivedAtLevel: string | null;
  cycleNo: number;
  missedAt: Date | null;
  annulledAt: Date | null;
  /** What was held before corrections. */
  formerly: number;
}
interface Case {
  id: string;
  version: number;
  status: string;
  level: string | null;
  basis: string | null;
  acknowledgedAt: Date | null;
  /** Acknowledgements that have ended without progress, or with a risen level. */
  expired: number;
  clockStartAt: Date;
}

const HOUR = 3_600_000;
const HOURS: Record<string, number[]> = {
  statement_5h: [5],
  press_conference_24h: [24],
  other_48h: [48],
  follow_up: [24, 12, 2],
};
const STATUTORY = ['statement_5h', 'press_conference_24h'];

/** What must hold of cases and clocks after every step, compared with what was seen after the one before. */
export class CaseInvariants {
  private cases = new Map<string, Case>();
  private clocks = new Map<string, Clock>();
  private told = new Map<string, string>();

  constructor(private readonly ids: readonly string[]) {}

  async check(office: Office, step: string): Promise<void> {
    const faults: string[] = [];
    const fault = (holds: boolean, words: string) => holds || faults.push(words);
    const cases = await office.db.query<Case[]>(
      `select id, version, status, level, basis, acknowledged_at as "acknowledgedAt", clock_start_at as "clockStartAt",
         (select count(*)::int from journal where incident_id = incident.id and kind like 'acknowledgement.%') as expired
       from incident where id = any($1)`,
      [this.ids],
    );
    const clocks = await office.db.query<Clock[]>(
      `select id, incident_id as "incidentId", kind, version, start_at as "startAt", due_at as "dueAt", met_at as "metAt",
         waived_at as "waivedAt", waived_reason as "waivedReason", waived_at_level as "waivedAtLevel",
         cycle_no as "cycleNo", missed_at as "missedAt", annulled_at as "annulledAt",
         (select count(*)::int from clock_start_before where clock_id = incident_clock.id) as formerly
       from incident_clock where incident_id = any($1)`,
      [this.ids],
    );
    for (const one of cases) this.ofCase(one, clocks, fault);
    for (const one of clocks) this.ofClock(one, fault);
    for (const id of this.ids) ofCycles(clocks, id, fault);
    await this.ofTold(office, fault);
    this.cases = new Map(cases.map((one) => [one.id, one]));
    this.clocks = new Map(clocks.map((one) => [one.id, one]));
    if (faults.length > 0) throw new Error(`after ${step}: ${faults.join('; ')}`);
  }

  private ofCase(one: Case, clocks: Clock[], fault: (holds: boolean, words: string) => unknown): void {
    const before = this.cases.get(one.id);
    fault(!before || one.version >= before.version, 'the version of the case fell');
    fault(!before || one.clockStartAt <= before.clockStartAt, 'the start of the case became later');
    fault(before?.status !== 'dismissed' || one.status === 'dismissed', 'a dismissed case was opened again');
    const holds = one.acknowledgedAt !== null || one.expired > (before?.expired ?? 0);
    fault(!before?.acknowledgedAt || holds, 'an acknowledgement was lost');
    const own = clocks.filter((clock) => clock.incidentId === one.id);
    const open = own.filter(
      ({ metAt, waivedAt, missedAt }) => metAt === null && waivedAt === null && missedAt === null,
    );
    if (one.status === 'dismissed') {
      fault(open.length === 0, 'a clock of a dismissed case runs');
      return;
    }
    const isGrave = (one.level === 'I' || one.level === 'II') && one.basis !== 'INTERNAL';
    for (const kind of isGrave ? STATUTORY : []) {
      const clock = own.find((candidate) => candidate.kind === kind);
      fault(clock !== undefined, `no ${kind} at level ${one.level}`);
      fault(!clock?.waivedAt || clock.waivedAtLevel !== null, `${kind} ended without leadership`);
    }
    fault(isGrave || !open.some((clock) => STATUTORY.includes(clock.kind)), `a clock of level II runs at ${one.level}`);
    fault(
      !isGrave || !open.some((clock) => clock.kind === 'other_48h'),
      'the 48 h clock runs beside those of level II',
    );
    fault(
      open.every(({ kind, startAt }) => kind === 'follow_up' || startAt.getTime() === one.clockStartAt.getTime()),
      'a clock runs from another start than its case',
    );
  }

  private ofClock(clock: Clock, fault: (holds: boolean, words: string) => unknown): void {
    const before = this.clocks.get(clock.id);
    const length = (clock.dueAt.getTime() - clock.startAt.getTime()) / HOUR;
    fault(HOURS[clock.kind]?.includes(length) === true, `${clock.kind}: due is not start and hours`);
    fault((clock.waivedAt === null) === (clock.waivedReason === null), `${clock.kind}: ended without a reason`);
    if (!before) return;
    fault(clock.version >= before.version, `${clock.kind}: its version fell`);
    fault(clock.startAt <= before.startAt, `${clock.kind}: its start became later`);
    const stays =
      before.metAt === null ||
      (clock.metAt !== null && clock.metAt <= before.metAt) ||
      clock.formerly > before.formerly;
    fault(stays, `${clock.kind}: what was met is met no more, or later`);
  }

  /** What was told stays as it was told. */
  private async ofTold(office: Office, fault: (holds: boolean, words: string) => unknown): Promise<void> {
    const rows = await office.db.query<{ id: string; said: string }[]>(
      `select t.id, jsonb_build_array(t.key, t.version, t.fire_at, t.fired_at, t.outcome, a.due_at, a.detected_at, a.late_ms)::text as said
       from clock_threshold t join incident_clock c on c.id = t.clock_id
       left join deadline_alert a on (a.clock_id, a.key, a.version) = (t.clock_id, t.key, t.version)
       where c.incident_id = any($1) and t.fired_at is not null`,
      [this.ids],
    );
    const now = new Map(rows.map(({ id, said }) => [id, said]));
    for (const [id, said] of this.told) fault(now.get(id) === said, `a fired row was edited: ${said} → ${now.get(id)}`);
    this.told = now;
  }
}

/** Each cycle of continued release begins where the one before was answered, passed or ended; one at most runs, and it is the last. */
function ofCycles(clocks: Clock[], id: string, fault: (holds: boolean, words: string) => unknown): void {
  const cycles = clocks
    .filter((clock) => clock.incidentId === id && clock.kind === 'follow_up' && clock.annulledAt === null)
    .sort((a, b) => a.cycleNo - b.cycleNo);
  cycles.forEach((cycle, index) => {
    const before = cycles[index - 1];
    if (!before) return;
    fault(
      before.metAt !== null || before.missedAt !== null || before.waivedAt !== null,
      'a cycle before the last runs',
    );
    if (before.missedAt)
      fault(cycle.startAt.getTime() === before.dueAt.getTime(), 'a cycle drifted from the limit before');
    else if (before.metAt)
      fault(cycle.startAt >= before.metAt && cycle.startAt <= before.dueAt, 'a cycle drifted from the release');
  });
}
