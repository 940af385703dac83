import { ConflictException } from '@nestjs/common';
import { meetClocks } from '../clocks/clocks.js';
import { settleFollowUp } from '../clocks/follow-up-cycles.js';
import { isOfficial } from '../domain/clocks/official-channel.js';
import type { Policy } from '../domain/clocks/policy.js';
import { Evidence } from '../incidents/evidence.entity.js';
import type { Incident } from '../incidents/incident.entity.js';
import { askForLate } from '../incidents/late-evidence.js';
import { refuseImpossible, type StatedEvidence } from '../incidents/evidence-instant.js';
import type { JournalRow } from '../journal/append.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import { cycleData, metData } from '../incidents/duties.js';
import { stageAfter } from '../domain/lifecycle/lifecycle.js';

/**
 * Records evidence and stops the clocks it answers, met or late by its own instant. The same evidence twice is one row and an equal
 * answer. A time before the occurrence or in the future is refused; one before a limit that has passed meanwhile waits for a second
 * person (补录达标).
 */
export const evidenceMove =
  (policy: Policy, stated: StatedEvidence): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    refuseMerged(incident);
    refuseImpossible(scene, stated);
    const official = isOfficial(stated.channel);
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

/** There its limits run no more: it would stop nothing. */
function refuseMerged({ mergedInto }: Incident): void {
  if (mergedInto !== null)
    throw new ConflictException(
      '事件已并入另一事件,请在那里登记,时限才会停 · it was merged into another case: record it there, where the clocks run',
    );
}

/** It is there already; where a second person has refused it, it is asked anew. */
async function askedAgain(scene: MoveScene, policy: Policy, stated: StatedEvidence): Promise<JournalRow[] | null> {
  const { form, channel, url, place, at } = stated;
  const [row] = await scene.tx.query<{ id: string }[]>(
    `select id from evidence where incident_id = $1 and form = $2 and channel is not distinct from $3
       and url is not distinct from $4 and place is not distinct from $5 and at = $6 and standing`,
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
    `insert into evidence (incident_id, form, channel, url, title, place, at, recorded_at, recorded_by, official,
       article_id, copy_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
    [
      ...[incident.id, stated.form, stated.channel, stated.url, stated.title, stated.place, stated.at],
      ...[now, actor.id, stated.official, stated.copy?.articleId ?? null, stated.copy?.sha256 ?? null],
    ],
  );
  return row?.id ?? null;
}
