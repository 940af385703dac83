import { ConflictException, ForbiddenException, UnprocessableEntityException } from '@nestjs/common';
import { RECORD_RIGHTS } from '../domain/lifecycle/record-rights.js';
import type { CaseRecord, RecordBody } from '../contract/records/record.js';
import { missingFor, type StepName } from '../domain/lifecycle/lifecycle.js';
import type { CaseFacts } from '../domain/lifecycle/case-facts.js';
import { MISSING, type Missing } from '../domain/lifecycle/missing.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';
import { may } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import type { Settings } from '../settings/settings.js';
import { digestOf, keepRecord, nextNumber, standingRecords } from './case-records.js';
import { effectOf } from './effects.js';
import { factsOf, readCase, releasesOf } from './facts-of-case.js';
import { stageOnRecord, stepOf } from './step-of-record.js';

/** The same record made twice within this time is a second click. Milliseconds. */
const SECOND_CLICK_MS = 60_000;
/** Papers of the office's own numbered series. */
const SERIES: Partial<Record<RecordKind, string>> = { transfer_order: '转办', urging: '催办' };

export interface Correction {
  supersedes: string;
  reason: string;
}

/**
 * Puts something on record and does what follows from it, in one commit: the stage, the evidence of a release, the new lead of a
 * 转办单. What has happened is recorded whatever is missing; a step of our own that lacks something is refused in words that say what.
 */
export const recordMove =
  <K extends RecordKind>(settings: Settings, kind: K, body: RecordBody<K>, correction: Correction | null): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    if (!may(actor.role, RECORD_RIGHTS[kind])) throw new ForbiddenException();
    const reading = await readCase(tx, settings.policy, incident, now);
    if (isSecondClick(scene, reading.all, kind, body)) return null;
    const facts = factsOf(reading);
    const replaced = correction && replacedRecord(reading.all, kind, correction);
    if (replaced) refuseOver(stepOf(kind, body), facts);
    else refuseUnready(stepOf(kind, body), facts);
    refuseOldDraft(kind, body, facts, replaced);
    const before = correction &&
      replaced && {
        body: replaced.body as RecordBody<K>,
        reason: correction.reason,
        isNewest: reading.records.findLast((record) => record.kind === kind)?.id === replaced.id,
      };
    const rows = await effectOf(kind)?.(scene, settings, body, before);
    const number = replaced ? replaced.number : await numberOf(scene, kind);
    const kept = await keepRecord(tx, { incidentId: incident.id, kind, number, body, madeBy: actor.id, correction });
    const records = standingRecords([...reading.all, kept]);
    const after = factsOf({ ...reading, records, releases: await releasesOf(tx, incident.id) });
    if (movesTheCase(kind, body, facts, replaced)) incident.stage = stageOnRecord(kind, body, facts, after);
    return [recordRow(scene, kept, correction), ...(rows ?? [])];
  };

/** The next of the office's series; null: papers of this kind have none. */
function numberOf({ tx, now }: MoveScene, kind: RecordKind): Promise<string | null> {
  const series = SERIES[kind];
  return series ? nextNumber(tx, series, now) : Promise.resolve(null);
}

/** A correction of a release is no further one, and one of a decision on an older draft says nothing of the newest. */
function movesTheCase(kind: RecordKind, body: object, { draft }: CaseFacts, replaced: CaseRecord | null): boolean {
  if (replaced === null) return true;
  const about = decidedDraft(kind, body);
  return kind !== 'release' && (about === null || about === draft);
}

/** The body stays out of the journal: it may name people. Its digest holds it. */
function recordRow(
  { incident, actor }: MoveScene,
  { id, kind, no, number, sha256 }: Awaited<ReturnType<typeof keepRecord>>,
  correction: Correction | null,
): JournalRow {
  const data = { recordId: id, kind, no, number, sha256, ...(correction ?? {}) };
  return { kind: correction ? 'record.corrected' : 'record.made', incidentId: incident.id, actor: actor.id, data };
}

/** @throws UnprocessableEntityException naming all that is missing */
export function refuseUnready(step: StepName, facts: CaseFacts): void {
  const missing = missingFor(step, facts);
  if (missing.length > 0) throw new UnprocessableEntityException(inWords(missing));
}

/** What was once allowed may be put right whatever is missing by now, as long as the case is in hand. */
function refuseOver(step: StepName, facts: CaseFacts): void {
  const missing = missingFor(step, facts).filter((one) => one === 'over');
  if (missing.length > 0) throw new UnprocessableEntityException(inWords(missing));
}

function inWords(missing: readonly Missing[]): string {
  const zh = missing.map((one) => MISSING[one].zh).join(';');
  return `${zh} · ${missing.map((one) => MISSING[one].en).join('; ')}`;
}

/** Nobody writes over, or decides on, a text that is not the newest. A correction is about the text that was decided on then. */
function refuseOldDraft(kind: RecordKind, body: object, { draft }: CaseFacts, replaced: CaseRecord | null): void {
  const about = kind === 'draft' ? (body as RecordBody<'draft'>).base : decidedDraft(kind, body);
  if (about === null || about === draft) return;
  if (replaced && about === decidedDraft(kind, replaced.body)) return;
  throw new ConflictException(
    `已有第 ${draft} 稿,请对照新稿再提交,您的文字未丢失 · draft ${draft} is the newest by now: compare, then submit again; your text is kept`,
  );
}

function decidedDraft(kind: RecordKind, body: object): number | null {
  const decides = kind === 'secrecy_review' || kind === 'co_sign' || kind === 'sign_off';
  return decides ? (body as RecordBody<'sign_off'>).draft : null;
}

function isSecondClick({ now, actor }: MoveScene, all: readonly CaseRecord[], kind: RecordKind, body: object): boolean {
  const last = all.filter((record) => record.kind === kind).at(-1);
  if (!last || last.madeBy !== actor.id || last.sha256 !== digestOf(body)) return false;
  // What names a draft or its own instant is said once, however late the answer to the first try was lost.
  if (kind === 'draft' || kind === 'release' || kind === 'conference' || decidedDraft(kind, body) !== null) return true;
  return now.getTime() - Date.parse(last.madeAt) < SECOND_CLICK_MS;
}

/** The record that is to be corrected. @throws where there is none such, or it stands no longer */
function replacedRecord(all: readonly CaseRecord[], kind: RecordKind, correction: Correction): CaseRecord {
  const old = all.find((record) => record.id === correction.supersedes && record.kind === kind);
  if (!old) throw new UnprocessableEntityException('没有要更正的这条记录 · no such record of this kind to correct');
  if (all.some((record) => record.supersedes === old.id))
    throw new ConflictException('该记录已被更正,请更正新的一条 · it has been corrected already: correct the newer one');
  return old;
}
