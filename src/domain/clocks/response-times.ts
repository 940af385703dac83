import { type WayOut, WAYS_OUT } from '../lifecycle/way-out.js';
import type { ClockKind } from './policy.js';

/** One duty as the journal tells it. Instants are ms since 1970, UTC. */
export interface Duty {
  clockId: string;
  incidentId: string;
  number: string;
  title: string;
  /** The bureau that leads: a miss is charged to whoever led at due time. */
  bureau: string;
  kind: ClockKind;
  /** Which cycle of continued release; null for the other duties. */
  cycleNo: number | null;
  startAt: number;
  dueAt: number;
  metAt: number | null;
  waivedAt: number | null;
  reason: string | null;
  /** By which exit the case left, where that ended it. */
  exit: WayOut | null;
  bornOverdue: boolean;
  /** 补录达标: answered in time by a publication that was recorded after the limit. */
  recordedLate: boolean;
  /** What was left of the time when the duty was ended by a decision, ms; negative when it was over. */
  msLeft: number | null;
  /** Decided by one person alone, for nobody else held the right. */
  singleHanded: boolean;
  /** What was held before a fact was corrected (a start, or the publication that answered), each with the verdict it had led to at that moment. */
  formerly: { startAt: number; dueAt: number; metAt: number | null; replacedAt: number; verdict: Verdict }[];
}

export type Verdict = 'met' | 'late' | 'open_overdue' | 'running' | 'waived';

/** A happening of the journal, as far as duties are concerned. */
export interface Happening {
  at: string;
  kind: string;
  incidentId: string | null;
  data: Record<string, unknown>;
}

interface ClockData {
  id: string;
  kind: ClockKind;
  cycleNo?: number;
  startAt: string;
  dueAt: string;
  bornOverdue: boolean;
}
type MetData = ClockData & { metAt: string; recordedLate?: boolean };
type WaivedData = ClockData & { msLeft?: number };
interface Case {
  number: string;
  title: string;
  lead: string;
  live: boolean;
}

/** The kinds of journal rows that duties are folded from. */
export const DUTY_KINDS = [
  'incident.opened',
  'incident.raised',
  'incident.to_be_answered',
  'incident.graded',
  'incident.assigned',
  'incident.returned',
  'incident.retitled',
  'incident.dismissed',
  'incident.reopened',
  'incident.closed',
  'incident.merged',
  'incident.start_moved',
  'clock.waived',
  'evidence.confirmed',
  'evidence.corrected',
  'evidence.withdrawn',
  'follow_up.missed',
  'follow_up.hastened',
  'incident.follow_up_ended',
  'statement.recorded',
  'press_conference.recorded',
];

/** Folds the journal, oldest first, into duties. Nothing else is looked at. */
export function dutiesOf(journal: Iterable<Happening>): Duty[] {
  const duties = new Map<string, Duty>();
  const cases = new Map<string, Case>();
  for (const { at, kind, incidentId, data } of journal) {
    if (incidentId === null) continue;
    if (kind === 'incident.opened') cases.set(incidentId, caseOf(data));
    const known = cases.get(incidentId);
    if (!known?.live) continue;
    if (kind === 'incident.assigned' || kind === 'incident.returned')
      reassign(known, incidentId, String(data['lead']), Date.parse(at), duties);
    if (kind === 'incident.retitled') retitle(known, incidentId, String(data['title']), duties);
    for (const clock of listOf<ClockData>(data['reopened'])) reopen(duties.get(clock.id), Date.parse(at));
    for (const clock of listOf<ClockData>(data['clocks']))
      begin(duties, { incidentId, known, at: Date.parse(at) }, clock);
    for (const met of listOf<MetData>(data['met'])) answer(duties.get(met.id), met, data);
    for (const waived of listOf<WaivedData>(data['waived'])) end(duties.get(waived.id), waived, { at, data });
  }
  return [...duties.values()];
}

/** The standing of a duty at an instant, ms since 1970. */
export function verdictOf(duty: Duty, now: number): Verdict {
  if (duty.metAt !== null) return duty.metAt <= duty.dueAt ? 'met' : 'late';
  if (duty.waivedAt !== null) return 'waived';
  return now > duty.dueAt ? 'open_overdue' : 'running';
}

/** Minutes from clock start to the answer; null while there is none. */
export function minutesOf(duty: Duty): number | null {
  return duty.metAt === null ? null : Math.round((duty.metAt - duty.startAt) / 600) / 100;
}

export interface DutyTally {
  due: number;
  met: number;
  late: number;
  openOverdue: number;
  running: number;
  waived: number;
  bornOverdue: number;
  /** 补录达标, among `met`. */
  recordedLate: number;
  onTimeRate: number | null;
  medianMinutes: number | null;
  worstMinutes: number | null;
}

/** Counts duties; open overdue ones count as missed now, running and waived ones stand apart from `due`. */
export function tallyOf(duties: Duty[], now: number): DutyTally {
  const count = (verdict: Verdict) => duties.filter((duty) => verdictOf(duty, now) === verdict).length;
  const [met, late, openOverdue] = [count('met'), count('late'), count('open_overdue')];
  const due = met + late + openOverdue;
  const minutes = duties.flatMap((duty) => minutesOf(duty) ?? []).sort((a, b) => a - b);
  return {
    ...{ due, met, late, openOverdue, running: count('running'), waived: count('waived') },
    bornOverdue: duties.filter((duty) => duty.bornOverdue).length,
    recordedLate: duties.filter((duty) => duty.recordedLate && verdictOf(duty, now) === 'met').length,
    onTimeRate: due === 0 ? null : Math.round((met / due) * 10_000) / 10_000,
    medianMinutes: medianOf(minutes),
    worstMinutes: minutes.at(-1) ?? null,
  };
}

function answer(duty: Duty | undefined, { metAt, recordedLate }: MetData, data: Happening['data']): void {
  if (!duty) return;
  duty.metAt = Date.parse(metAt);
  // A start that moves tells of the answer again, and nothing of how it was recorded.
  if (recordedLate === undefined) return;
  Object.assign(duty, { recordedLate, singleHanded: recordedLate && data['singleHanded'] === true });
}

function end(duty: Duty | undefined, { msLeft }: WaivedData, { at, data }: Pick<Happening, 'at' | 'data'>): void {
  if (!duty) return;
  const singleHanded = data['singleHanded'] === true;
  Object.assign(duty, {
    waivedAt: Date.parse(at),
    reason: data['reason'] ?? null,
    exit: WAYS_OUT.find((one) => one === data['exit']) ?? null,
    msLeft: msLeft ?? null,
    singleHanded,
  });
}

interface Begun {
  incidentId: string;
  known: Case;
  at: number;
}

const NOT_ENDED = { waivedAt: null, reason: null, exit: null, msLeft: null, singleHanded: false };

function begin(duties: Map<string, Duty>, { incidentId, known, at }: Begun, clock: ClockData): void {
  const before = duties.get(clock.id);
  if (before) {
    // Resumed, or moved to another start: by a merger, or by a fact that was corrected.
    const [startAt, dueAt] = [Date.parse(clock.startAt), Date.parse(clock.dueAt)];
    if (before.startAt !== startAt) before.formerly.push(heldOf(before, at));
    Object.assign(before, { startAt, dueAt, bornOverdue: clock.bornOverdue, ...NOT_ENDED });
  } else {
    duties.set(clock.id, {
      ...{
        clockId: clock.id,
        incidentId,
        number: known.number,
        title: known.title,
        bureau: known.lead,
        kind: clock.kind,
        cycleNo: clock.cycleNo ?? null,
      },
      startAt: Date.parse(clock.startAt),
      dueAt: Date.parse(clock.dueAt),
      ...{ metAt: null, recordedLate: false, bornOverdue: clock.bornOverdue, ...NOT_ENDED },
      formerly: [],
    });
  }
}

function heldOf(duty: Duty, at: number): Duty['formerly'][number] {
  const { startAt, dueAt, metAt } = duty;
  return { startAt, dueAt, metAt, replacedAt: at, verdict: verdictOf(duty, at) };
}

/** What had answered it stands no longer. */
function reopen(duty: Duty | undefined, at: number): void {
  if (!duty) return;
  duty.formerly.push(heldOf(duty, at));
  Object.assign(duty, { metAt: null, recordedLate: false, singleHanded: false });
}

function reassign(known: Case, incidentId: string, lead: string, at: number, duties: Map<string, Duty>): void {
  known.lead = lead;
  for (const duty of duties.values()) {
    if (duty.incidentId === incidentId && duty.metAt === null && at <= duty.dueAt) duty.bureau = lead;
  }
}

/** A report names a case as it is called now: its title follows the figure that stands. */
function retitle(known: Case, incidentId: string, title: string, duties: Map<string, Duty>): void {
  known.title = title;
  for (const duty of duties.values()) if (duty.incidentId === incidentId) duty.title = title;
}

function caseOf(data: Record<string, unknown>): Case {
  const { number, title, lead, channel } = data;
  return { number: String(number), title: String(title), lead: String(lead), live: channel === 'live' };
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

function medianOf(sorted: number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return Math.round((low + high) * 50) / 100;
}
