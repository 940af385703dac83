import { ForbiddenException, UnprocessableEntityException } from '@nestjs/common';
import { IncidentClock } from '../clocks/clock.entity.js';
import type { RecordBody } from '../contract/records/record.js';
import { irregularities } from '../domain/lifecycle/lifecycle.js';
import { NOT_OURS } from '../domain/lifecycle/guards.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';
import { maySignAs, POST_WORDS } from '../domain/lifecycle/sign-chain.js';
import { isOfBureau } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import { assignMove } from '../incidents/desk-moves.js';
import type { MoveScene } from '../incidents/moves.js';
import { mustAnswer } from '../incidents/must-answer.js';
import { newFact } from '../incidents/new-fact.js';
import { prioritiseMove } from '../incidents/prioritise.js';
import type { Settings } from '../settings/settings.js';
import { factsOf, readCase, signaturesOf } from './facts-of-case.js';
import { type Before, conferenceEvidence, releaseEvidence } from './recorded-evidence.js';

type Effect<K extends RecordKind> = (
  scene: MoveScene,
  settings: Settings,
  body: RecordBody<K>,
  before: Before<RecordBody<K>> | null,
) => Promise<JournalRow[] | null>;

/** What should have come before is noted, never a bar. */
const published: Effect<'release'> = async (scene, { policy }, body, before) => {
  const rows = await releaseEvidence(scene, policy, body, before);
  const { draft } = body;
  const missing = irregularities(factsOf(await readCase(scene.tx, policy, scene.incident, scene.now), draft));
  if (missing.length === 0) return rows;
  const { incident, actor } = scene;
  return [...rows, { kind: 'release.irregular', incidentId: incident.id, actor: actor.id, data: { draft, missing } }];
};

const held: Effect<'conference'> = (scene, { policy }, body, before) => conferenceEvidence(scene, policy, body, before);

/** What the sheet decides is so: what the case is a priority for, besides what it was already, and that it is to be answered. */
const assessed: Effect<'assessment'> = async (scene, { policy }, { priority, answer, disposition }, before) => {
  const wrong = before?.isNewest ? before.body.priority : null;
  const held = scene.incident.priority;
  const right = held.filter((one) => one !== wrong && one !== priority);
  const wanted = priority === null ? right : [...right, priority];
  const reason = '研判单 · the assessment';
  const isChanged = wanted.length !== held.length || wanted.some((one) => !held.includes(one));
  const prioritised = isChanged ? await prioritiseMove(policy, { priority: wanted, reason })(scene) : null;
  const due = answer && !NOT_OURS.includes(disposition) ? await mustAnswer(scene, policy) : [];
  return [...(prioritised ?? []), ...due];
};

/** A corrected order moves the case where it is the one the case lies by: what was ordered or decided since stands. */
const handedOver: Effect<'transfer_order'> = (scene, { policy, rules }, { lead, co, demand }, before) => {
  const { incident } = scene;
  if (before && !(before.isNewest && before.body.lead === incident.lead)) return Promise.resolve(null);
  // Who has joined besides stays.
  const joined = before ? incident.co.filter((unit) => !before.body.co.includes(unit)) : [];
  const units = [...new Set([...joined, ...co])];
  return assignMove(policy, rules.bureaus.units, { lead, co: units, reason: demand.slice(0, 2000) })(scene);
};

/** The policy's posts sign one after the other, each another person. */
const signing: Effect<'sign_off'> = async (scene, { policy }, { draft, result, signer }, before) => {
  if (before || result === 'returned') return null;
  const { tx, incident, now, actor } = scene;
  const reading = await readCase(tx, policy, incident, now);
  const given = signaturesOf(reading, draft);
  const post = reading.chain[given.length];
  if (post === undefined) return null;
  const { zh, en } = POST_WORDS[post];
  if (!maySignAs(actor, post, incident.lead))
    throw new ForbiddenException(`按签发层级,现由${zh}签发 · now it is for ${en} to sign`);
  if (given.some((one) => one.signer.name === signer.name))
    throw new UnprocessableEntityException(
      `${signer.name}已签,下一级由${zh}签发 · this person has signed: next ${en} has to`,
    );
  return null;
};

/** A bureau speaks for itself alone. */
const agreed: Effect<'co_sign'> = ({ actor }, _settings, { unit }) => {
  if (isOfBureau(actor.role) && actor.bureau !== unit)
    throw new ForbiddenException('只能代表本司局会签 · a bureau co-signs for itself alone');
  return Promise.resolve(null);
};

/** A reason explains what has been missed; what still runs, or was answered in time, has nothing to explain. */
const explained: Effect<'miss_reason'> = async ({ tx, incident, now }, _settings, { clock }, before) => {
  if (before?.body.clock === clock) return null;
  const clocks = await tx.findBy(IncidentClock, { incidentId: incident.id, kind: clock });
  if (clocks.some((one) => isMissed(one, now))) return null;
  throw new UnprocessableEntityException(
    '该时限没有逾期,不需说明原因 · this limit has not been missed: there is nothing to explain',
  );
};

function isMissed({ dueAt, metAt, waivedAt, missedAt }: IncidentClock, now: Date): boolean {
  return missedAt !== null || (waivedAt === null && (metAt ?? now) > dueAt);
}

/** A rumour that had to be refuted is a new important fact. */
const refuted: Effect<'refutation'> = ({ tx, incident, now }, { policy }) =>
  newFact(tx, policy, incident, { fact: 'rumour', at: now });

const EFFECTS: { readonly [K in RecordKind]?: Effect<K> } = {
  release: published,
  conference: held,
  assessment: assessed,
  transfer_order: handedOver,
  co_sign: agreed,
  sign_off: signing,
  refutation: refuted,
  miss_reason: explained,
};

/** What follows from a record besides its stage. */
export const effectOf = <K extends RecordKind>(kind: K): Effect<K> | undefined => EFFECTS[kind];
