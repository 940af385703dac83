import { ForbiddenException } from '@nestjs/common';
import type { RecordBody } from '../contract/records/record.js';
import { irregularities } from '../domain/lifecycle/lifecycle.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';
import { isOfBureau } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import { assignMove } from '../incidents/desk-moves.js';
import type { MoveScene } from '../incidents/moves.js';
import type { Settings } from '../settings/settings.js';
import { factsOf, readCase } from './facts-of-case.js';
import { evidenceMove } from './record-evidence.js';

type Effect<K extends RecordKind> = (
  scene: MoveScene,
  settings: Settings,
  body: RecordBody<K>,
) => Promise<JournalRow[] | null>;

/** Each channel is evidence of its own; the earliest official one answers. What should have come before is noted, never a bar. */
const published: Effect<'release'> = async (scene, { policy }, { title, channels, draft }) => {
  const rows: JournalRow[] = [];
  for (const { channel, publishedAt, link } of channels) {
    const stated = { form: 'statement' as const, at: new Date(publishedAt), channel, url: link, title, place: null };
    rows.push(...((await evidenceMove(policy, stated)(scene)) ?? []));
  }
  const missing = irregularities(factsOf(await readCase(scene.tx, scene.incident, scene.now), draft));
  if (missing.length === 0) return rows;
  const { incident, actor } = scene;
  return [...rows, { kind: 'release.irregular', incidentId: incident.id, actor: actor.id, data: { draft, missing } }];
};

const held: Effect<'conference'> = (scene, { policy }, { startedAt, place, topic, link }) => {
  const at = new Date(startedAt);
  const stated = { form: 'press_conference' as const, at, channel: null, url: link ?? null, title: topic, place };
  return evidenceMove(policy, stated)(scene);
};

const handedOver: Effect<'transfer_order'> = (scene, { policy, rules }, { lead, co, demand }) =>
  assignMove(policy, rules.bureaus.units, { lead, co, reason: demand.slice(0, 2000) })(scene);

/** A bureau speaks for itself alone. */
const agreed: Effect<'co_sign'> = ({ actor }, _settings, { unit }) => {
  if (isOfBureau(actor.role) && actor.bureau !== unit)
    throw new ForbiddenException('只能代表本司局会签 · a bureau co-signs for itself alone');
  return Promise.resolve(null);
};

const EFFECTS: { readonly [K in RecordKind]?: Effect<K> } = {
  release: published,
  conference: held,
  transfer_order: handedOver,
  co_sign: agreed,
};

/** What follows from a record besides its stage. */
export const effectOf = <K extends RecordKind>(kind: K): Effect<K> | undefined => EFFECTS[kind];
