import { type EntityManager, In } from 'typeorm';
import { type ClockStart, dueAt } from '../domain/clocks/deadlines.js';
import { type ClockKind, type ClockRule, type EvidenceForm, type Policy, ruleOf } from '../domain/clocks/policy.js';
import { HELD, OWN_RELEASE, POSSIBLY, RAISED, type Threshold, thresholdsOf } from '../domain/clocks/thresholds.js';
import type { Level } from '../domain/level.js';
import { IncidentClock } from './clock.entity.js';
import { clocksAnsweredBy, policyOf } from './policy-versions.js';
import { closeThresholds, placeAsNextVersion, placeThresholds, supersedeWaiting } from './threshold-rows.js';

/** What a clock begins with. */
export interface ClockOpening {
  incidentId: string;
  start: ClockStart;
  openedAt: Date;
  /** Null while the level is the machine's word alone. */
  confirmedAt: Date | null;
}

/** Starts one clock with all its threshold rows. Does nothing when the incident already has it. */
export async function startClock(
  tx: EntityManager,
  policy: Policy,
  rule: ClockRule,
  opening: ClockOpening,
): Promise<IncidentClock | null> {
  const due = dueAt(opening.start.startAt, rule);
  const [row] = await tx.query<{ id: string }[]>(
    `insert into incident_clock (incident_id, kind, rule_version, start_at, start_basis, opened_at, due_at, citation)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (incident_id, kind, cycle_no) do nothing returning id`,
    [
      opening.incidentId,
      rule.kind,
      policy.version,
      opening.start.startAt,
      opening.start.basis,
      opening.openedAt,
      due,
      rule.citation,
    ],
  );
  if (!row) return null;
  const clock = await tx.findOneByOrFail(IncidentClock, { id: row.id });
  await placeThresholds(
    tx,
    clock,
    thresholdsOf(rule, { ...clock, ...opening, unconfirmedMinutes: policy.unconfirmedMinutes }),
  );
  return clock;
}

/** A person confirmed the level: thresholds that wait for it are due now, as rows of the next version. */
export async function confirmClocks(tx: EntityManager, policy: Policy, incidentId: string, now: Date): Promise<void> {
  for (const clock of await runningClocks(tx, incidentId)) {
    const waiting = await supersedeWaiting(tx, clock, await ownRule(tx, policy, clock), now);
    if (waiting.length > 0)
      await placeAsNextVersion(
        tx,
        clock,
        waiting.map((one) => ({ ...one, fireAt: now })),
      );
  }
}

/** Another bureau leads: it hears of the case at once, by the clock that is due first; by a duty that is answered or ended where none runs. */
export async function tellNewLead(tx: EntityManager, incidentId: string, now: Date): Promise<void> {
  const { by, last } = await tellingClock(tx, incidentId);
  const told = by ?? last;
  if (told) await placeAsNextVersion(tx, told, [{ key: 'assigned', fireAt: now, audience: ['lead', 'co'] }]);
}

/**
 * Somebody else of the lead bureau has it in hand, or it is back at the desk: he, or it, hears at once, in the same way; by a duty that is
 * answered or ended where none runs.
 */
export async function tellAnew(
  tx: EntityManager,
  incidentId: string,
  { key, audience }: Pick<Threshold, 'audience'> & { key: 'handed_over' | 'returned' },
  at: Date,
): Promise<void> {
  const { by, last } = await tellingClock(tx, incidentId);
  const told = by ?? last;
  if (told) await placeAsNextVersion(tx, told, [{ key, fireAt: at, audience }]);
}

/** What a level has risen to, and who may be told at once: a provisional level is for the press office until it is confirmed. */
export interface Rise {
  level: Level;
  at: Date;
  confirmedAt: Date | null;
  /** When those beyond the press office hear of an unconfirmed level, ms since its rise. */
  unconfirmedMs: number;
}

/**
 * The level has risen: whoever hears of an opening hears of it at once, by the clock that is due first; where all are answered, by
 * the last of them. A clock that begins with the rise tells of it by its own opening.
 */
export async function tellRise(tx: EntityManager, policy: Policy, incidentId: string, rise: Rise): Promise<void> {
  const { by, running } = await tellingClock(tx, incidentId);
  if (!by) return;
  for (const clock of running.filter(({ openedAt }) => openedAt >= rise.at)) {
    if (tellsOpening(await ownRule(tx, policy, clock))) return;
  }
  await placeAsNextVersion(tx, by, riseThresholds(policy, rise));
}

/**
 * A story that would have opened a case stands beneath one as possibly the same: the press office hears of it at once, once, by the
 * clock that is due first, to decide which it is.
 */
export function tellPossiblySame(tx: EntityManager, incidentId: string, storyId: string, at: Date): Promise<void> {
  return tellPressOffice(tx, incidentId, `${POSSIBLY}${storyId}`, at);
}

/** Our own channel may have published the answer: the press office hears of it at once, once, in the same way, to decide. */
export function tellOwnRelease(tx: EntityManager, incidentId: string, releaseId: string, at: Date): Promise<void> {
  return tellPressOffice(tx, incidentId, `${OWN_RELEASE}${releaseId}`, at);
}

async function tellPressOffice(tx: EntityManager, incidentId: string, key: string, at: Date): Promise<void> {
  const told = await tx.query<unknown[]>(
    'select from clock_threshold where key = $1 and clock_id in (select id from incident_clock where incident_id = $2)',
    [key, incidentId],
  );
  if (told.length > 0) return;
  const { by } = await tellingClock(tx, incidentId);
  if (by) await placeAsNextVersion(tx, by, [{ key, fireAt: at, audience: ['press_office'] }]);
}

/** The clock that is due first; where all are answered, the last of them. */
async function tellingClock(tx: EntityManager, incidentId: string) {
  const clocks = await tx.find(IncidentClock, { where: { incidentId }, order: { dueAt: 'ASC' } });
  const running = clocks.filter(isRunning);
  return { by: running[0] ?? clocks.filter((clock) => clock.metAt !== null).at(-1), running, last: clocks.at(-1) };
}

function riseThresholds(policy: Policy, { level, at, confirmedAt, unconfirmedMs }: Rise): Threshold[] {
  const rules = policy.clocks.filter((rule) => rule.startsFor.levels.includes(level));
  const told = rules.flatMap((rule) => rule.thresholds.flatMap((one) => ('at' in one ? one.audience : [])));
  const key = `${RAISED}${level}`;
  const others = [...new Set(told)].filter((one) => one !== 'press_office');
  if (confirmedAt !== null || others.length === 0) return [{ key, fireAt: at, audience: ['press_office', ...others] }];
  const later = new Date(at.getTime() + unconfirmedMs);
  return [
    { key, fireAt: at, audience: ['press_office'] },
    { key: `${key}${HELD}`, fireAt: later, audience: others },
  ];
}

const tellsOpening = (rule: ClockRule): boolean => rule.thresholds.some((one) => 'at' in one && one.at === 'opening');

/** Evidence as far as clocks are concerned. `confirmedAt`: another person has vouched for its instant. */
export interface Answer {
  id: string;
  form: EvidenceForm;
  at: Date;
  recordedAt: Date;
  confirmedAt: Date | null;
}

/**
 * Evidence answers the duties of its form. The earliest evidence counts; a clock that is already met by an earlier
 * instant stays as it is, and so does one whose limit lies between the instant and its being recorded, until somebody vouches for it.
 * Cycles of continued release are answered by `settleFollowUp`.
 * @returns the clocks whose answer changed
 */
export async function meetClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  evidence: Answer,
): Promise<IncidentClock[]> {
  const answered = await clocksAnsweredBy(tx, policy, incidentId, evidence.form);
  const [met] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set met_at = $3, evidence_id = $4
     where incident_id = $1 and id = any($2) and kind <> 'follow_up' and waived_at is null and (met_at is null or met_at > $3)
       and ($6 or $3 > due_at or $5 <= due_at) returning id`,
    [incidentId, answered, evidence.at, evidence.id, evidence.recordedAt, evidence.confirmedAt !== null],
  );
  return closed(tx, met);
}

/** A decision that ends duties. `atLevel`: leadership waived them at this level. */
export interface Ending {
  at: Date;
  reason: string;
  atLevel?: Level | 'none';
}

/** Ends running duties by a decision (dismissal, downgrade, waiver). What was met, missed or waived before stays. */
export async function waiveClocks(
  tx: EntityManager,
  incidentId: string,
  kinds: ClockKind[],
  decision: Ending,
): Promise<IncidentClock[]> {
  const [waived] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set waived_at = $3, waived_reason = $4, waived_at_level = $5
     where incident_id = $1 and kind = any($2) and met_at is null and waived_at is null and missed_at is null returning id`,
    [incidentId, kinds, decision.at, decision.reason, decision.atLevel ?? null],
  );
  if (kinds.includes('follow_up')) await silenceCycles(tx, incidentId);
  return closed(tx, waived);
}

/** Takes waivers back: the duties run on from their old start, with the thresholds still ahead placed anew. */
export async function resumeClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  kinds: ClockKind[],
  now: Date,
): Promise<IncidentClock[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set waived_at = null, waived_reason = null, waived_at_level = null, version = version + 1
     where incident_id = $1 and kind = any($2) and met_at is null and waived_at is not null returning id`,
    [incidentId, kinds],
  );
  const clocks = await clocksById(
    tx,
    rows.map((row) => row.id),
  );
  for (const clock of clocks) {
    const all = thresholdsOf(await ownRule(tx, policy, clock), { ...clock, confirmedAt: now, unconfirmedMinutes: 0 });
    const ahead = all.filter((one) => one.fireAt >= now || one.key === 'due');
    await placeThresholds(tx, clock, ahead);
  }
  return clocks;
}

export async function runningClocks(tx: EntityManager, incidentId: string): Promise<IncidentClock[]> {
  const clocks = await tx.findBy(IncidentClock, { incidentId });
  return clocks.filter(isRunning);
}

const isRunning = ({ metAt, waivedAt, missedAt }: IncidentClock): boolean =>
  metAt === null && waivedAt === null && missedAt === null;

/** Nothing more is said of cycles of continued release that were answered or have passed. */
export async function silenceCycles(tx: EntityManager, incidentId: string): Promise<void> {
  const over = await tx.query<{ id: string }[]>(
    `select id from incident_clock
     where incident_id = $1 and kind = 'follow_up' and (met_at is not null or missed_at is not null)`,
    [incidentId],
  );
  await closeThresholds(
    tx,
    over.map(({ id }) => id),
  );
}

async function closed(tx: EntityManager, rows: { id: string }[]): Promise<IncidentClock[]> {
  const ids = rows.map((row) => row.id);
  await closeThresholds(tx, ids);
  return clocksById(tx, ids);
}

/** The rule by which a clock began: a later policy changes nothing of it. */
async function ownRule(tx: EntityManager, policy: Policy, { ruleVersion, kind }: IncidentClock): Promise<ClockRule> {
  return ruleOf(await policyOf(tx, policy, ruleVersion), kind);
}

function clocksById(tx: EntityManager, ids: string[]): Promise<IncidentClock[]> {
  return tx.find(IncidentClock, { where: { id: In(ids) }, order: { kind: 'ASC' } });
}
