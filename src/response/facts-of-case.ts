import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import type { CaseRecord, RecordBody } from '../contract/records/record.js';
import type { Policy } from '../domain/clocks/policy.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import type { CaseFacts, DutyFact } from '../domain/lifecycle/case-facts.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';
import { signatures, signaturesLeft, signChain, type SignPost } from '../domain/lifecycle/sign-chain.js';
import type { Incident } from '../incidents/incident.entity.js';
import { recordsOf, standingRecords } from './case-records.js';

/** What the guards look at, read once: the case, its records and its duties. */
export interface CaseReading {
  incident: Incident;
  /** All, those that others stand for among them. */
  all: CaseRecord[];
  /** Those that stand. */
  records: CaseRecord[];
  clocks: IncidentClock[];
  /** Whose signatures a text of it needs now. */
  chain: readonly SignPost[];
  /** Official statements on record as evidence. */
  releases: number;
  now: Date;
}

export async function readCase(
  db: EntityManager,
  { signOff }: Policy,
  incident: Incident,
  now: Date,
): Promise<CaseReading> {
  const all = await recordsOf(db, incident.id);
  return {
    incident,
    all,
    records: standingRecords(all),
    clocks: await db.find(IncidentClock, { where: { incidentId: incident.id }, order: { dueAt: 'ASC' } }),
    chain: signChain(signOff, incident.level),
    releases: await releasesOf(db, incident.id),
    now,
  };
}

/** How many official publications stand on record. */
export async function releasesOf(db: EntityManager, incidentId: string): Promise<number> {
  const [row] = await db.query<{ n: number }[]>(
    `select count(*)::int as n from evidence where incident_id = $1 and form = 'statement' and official and standing`,
    [incidentId],
  );
  return row?.n ?? 0;
}

export function bodiesOf<K extends RecordKind>(records: readonly CaseRecord[], kind: K): RecordBody<K>[] {
  return records.filter((record) => record.kind === kind).map((record) => record.body as RecordBody<K>);
}

const newestDraft = (records: readonly CaseRecord[]): number =>
  Math.max(0, ...records.filter((record) => record.kind === 'draft').map((record) => record.no));

/** The signatures that hold on a draft; the newest where none is named. */
export function signaturesOf({ records }: Pick<CaseReading, 'records'>, draft = newestDraft(records)) {
  return signatures(bodiesOf(records, 'sign_off').filter((body) => body.draft === draft));
}

/** @param draft the draft that is asked about; the newest where none is named */
export function factsOf(reading: CaseReading, draft?: number): CaseFacts {
  const { incident, records, clocks, chain, releases, now } = reading;
  const asked = draft ?? newestDraft(records);
  const decided = <K extends 'secrecy_review' | 'co_sign'>(kind: K) =>
    bodiesOf(records, kind).filter((body) => body.draft === asked);
  return {
    stage: incident.stage,
    level: incident.level,
    co: incident.co,
    consulted: records.some((record) => record.kind === 'consultation'),
    disposition: bodiesOf(records, 'assessment').at(-1)?.disposition ?? null,
    assigned: records.some((record) => record.kind === 'transfer_order'),
    acknowledged: incident.acknowledgedAt !== null,
    draft: asked,
    secrecyPassed: decided('secrecy_review').at(-1)?.result === 'passed',
    coSigned: incident.co.filter(
      (unit) =>
        decided('co_sign')
          .filter((body) => body.unit === unit)
          .at(-1)?.result === 'passed',
    ),
    signaturesLeft: signaturesLeft(chain, signaturesOf(reading, asked).length),
    releases,
    duties: clocks.map((clock) => dutyOf(clock, records, now)),
    evaluated: records.some((record) => record.kind === 'evaluation'),
  };
}

/** A duty that is past its limit and unanswered still runs until it is answered, waived or its miss explained. */
function dutyOf(clock: IncidentClock, records: readonly CaseRecord[], now: Date): DutyFact {
  const reasonGiven = bodiesOf(records, 'miss_reason').some((body) => body.clock === clock.kind);
  return { kind: clock.kind, standing: standingOf(clock, now), reasonGiven };
}

function standingOf(clock: IncidentClock, now: Date): DutyFact['standing'] {
  if (clock.waivedAt !== null) return 'waived';
  if (clock.metAt !== null) return clock.metAt <= clock.dueAt || !isStatutory(clock.kind) ? 'met' : 'missed';
  // The office's own cadence ends with the case; it holds nothing open.
  if (!isStatutory(clock.kind)) return 'met';
  return now > clock.dueAt ? 'missed' : 'running';
}
