import { UnprocessableEntityException } from '@nestjs/common';
import { meetClocks } from '../clocks/clocks.js';
import { settleFollowUp } from '../clocks/follow-up-cycles.js';
import type { EvidenceForm, Policy } from '../domain/clocks/policy.js';
import { HOUR } from '../domain/clocks/deadlines.js';
import { Evidence } from '../incidents/evidence.entity.js';
import { askForLate } from '../incidents/late-evidence.js';
import { refusedAttempt } from '../incidents/refused-attempt.js';
import type { Incident } from '../incidents/incident.entity.js';
import type { JournalRow } from '../journal/append.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import { cycleData, metData } from '../incidents/duties.js';
import { stageAfter } from '../domain/lifecycle/lifecycle.js';

/** Channels that are no authoritative release: recorded, but no clock stops. */
const UNOFFICIAL = new Set(['other', '其他', '其它']);

/** What a person states has been published or held. `at`: publication of a statement, beginning of a conference. */
export interface StatedEvidence {
  form: EvidenceForm;
  at: Date;
  channel: string | null;
  url: string | null;
  title: string | null;
  place: string | null;
}

/**
 * Records evidence and stops the clocks it answers, met or late by its own instant. The same evidence twice is one row and an equal
 * answer. A time before the occurrence or in the future is refused; one before a limit that has passed meanwhile waits for a second
 * person (补录达标).
 */
export const evidenceMove =
  (policy: Policy, stated: StatedEvidence): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    refuseImpossible(scene, stated);
    const official = stated.channel === null || !UNOFFICIAL.has(stated.channel.toLowerCase());
    const id = await insertOnce(scene, { ...stated, official });
    if (id === null) return askedAgain(scene, policy, stated);
    const evidence = await tx.findOneByOrFail(Evidence, { id });
    const met = official ? await meetClocks(tx, policy, incident.id, evidence) : [];
    const cycles = cycleData(await settleFollowUp(tx, policy, incident, now), now);
    const late = await askForLate(scene, policy, evidence);
    if (official && stated.form === 'statement') incident.stage = stageAfter('release', incident.stage);
    return [
      {
        kind: `${stated.form}.recorded`,
        incidentId: incident.id,
        actor: actor.id,
        data: {
          ...{ evidenceId: id, ...stated, official, clocks: cycles.clocks, missed: cycles.missed },
          met: [...met.map((clock) => metData(clock, now)), ...cycles.met],
        },
      },
      ...late,
    ];
  };

/** It is there already; where a second person has refused it, it is asked anew. */
async function askedAgain(scene: MoveScene, policy: Policy, stated: StatedEvidence): Promise<JournalRow[] | null> {
  const { form, channel, url, place, at } = stated;
  const [row] = await scene.tx.query<{ id: string }[]>(
    `select id from evidence where incident_id = $1 and form = $2 and channel is not distinct from $3
       and url is not distinct from $4 and place is not distinct from $5 and at = $6`,
    [scene.incident.id, form, channel, url, place, at],
  );
  if (!row) return null;
  const rows = await askForLate(scene, policy, await scene.tx.findOneByOrFail(Evidence, { id: row.id }));
  return rows.length > 0 ? rows : null;
}

async function insertOnce(
  { tx, incident, actor, now }: MoveScene,
  stated: StatedEvidence & { official: boolean },
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    `insert into evidence (incident_id, form, channel, url, title, place, at, recorded_at, recorded_by, official)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      incident.id,
      stated.form,
      stated.channel,
      stated.url,
      stated.title,
      stated.place,
      stated.at,
      now,
      actor.id,
      stated.official,
    ],
  );
  return row?.id ?? null;
}

function refuseImpossible(scene: MoveScene, { form, at }: StatedEvidence): void {
  const refuse = (words: string) =>
    refusedAttempt(scene, 'impossible_evidence', new UnprocessableEntityException(words), { form, at });
  if (at > scene.now) {
    throw refuse('时间在将来:只登记已经发布、已经举行的 · the time lies in the future: record only what has happened');
  }
  if (at < earliestPossible(scene.incident)) {
    throw refuse('时间早于事件本身,请核对年月日 · the time is before the event itself: check the date');
  }
}

/** The office may be first with the news, but not a day before the clock's start. */
function earliestPossible({ occurredAt, clockStartAt }: Incident): Date {
  return occurredAt ?? new Date(clockStartAt.getTime() - 24 * HOUR);
}
