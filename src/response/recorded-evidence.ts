import type { RecordBody } from '../contract/records/record.js';
import type { Policy } from '../domain/clocks/policy.js';
import { Evidence } from '../incidents/evidence.entity.js';
import type { StatedEvidence } from '../incidents/evidence-instant.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import type { JournalRow } from '../journal/append.js';
import { corrected, withdrawn } from './change-evidence.js';
import { evidenceMove } from './record-evidence.js';

/** The record that a new one stands for from now on, and why. */
export interface Before<B> {
  body: B;
  reason: string;
  /** It was the newest of its kind. */
  isNewest: boolean;
}

type Release = RecordBody<'release'>;
type Channel = Release['channels'][number];

/**
 * Each channel is evidence of its own; the earliest official one answers. A record that stands for another one corrects what that had
 * brought, channel by channel, and withdraws what it names no more: nothing is evidence twice.
 */
export async function releaseEvidence(
  scene: MoveScene,
  policy: Policy,
  { title, channels }: Release,
  before: Before<Release> | null,
): Promise<JournalRow[]> {
  const { pairs, left } = pairsOf(channels, before?.body.channels ?? []);
  const titleBefore = before?.body.title ?? '';
  const rows: JournalRow[] = [];
  const reason = before?.reason ?? '';
  for (const { now, was } of pairs) {
    const earlier = was && statedOf(titleBefore, was);
    rows.push(...(await put(scene, policy, statedOf(title, now), { earlier, reason })));
  }
  for (const was of left) {
    const held = await heldBy(scene, statedOf(titleBefore, was));
    if (held?.standing) rows.push(...((await withdrawn(policy, held.id, reason)(scene)) ?? []));
  }
  return rows;
}

export async function conferenceEvidence(
  scene: MoveScene,
  policy: Policy,
  body: RecordBody<'conference'>,
  before: Before<RecordBody<'conference'>> | null,
): Promise<JournalRow[]> {
  const earlier = before ? heldAt(before.body) : undefined;
  return put(scene, policy, heldAt(body), { earlier, reason: before?.reason ?? '' });
}

/** What the earlier record had brought may have been corrected or withdrawn since: a record that says nothing new of it leaves that alone. */
async function put(
  scene: MoveScene,
  policy: Policy,
  stated: StatedEvidence,
  { earlier, reason }: { earlier: StatedEvidence | undefined; reason: string },
): Promise<JournalRow[]> {
  const held = earlier && (await heldBy(scene, earlier));
  const isSame = earlier !== undefined && isOf(earlier, stated);
  if (held && !held.standing && isSame) return [];
  const kept =
    held && isSame ? { ...stated, at: held.at, channel: held.channel, url: held.url, place: held.place } : stated;
  const move: Move = held?.standing
    ? corrected(policy, held.id, { stated: kept, reason })
    : evidenceMove(policy, stated);
  return (await move(scene)) ?? [];
}

interface Pair {
  now: Channel;
  was: Channel | undefined;
}

/** The same channel and link first; then, in their order, what was renamed. */
function pairsOf(now: readonly Channel[], before: readonly Channel[]): { pairs: Pair[]; left: Channel[] } {
  const left = [...before];
  const take = (index: number) => (index < 0 ? undefined : left.splice(index, 1)[0]);
  const pairs: Pair[] = now.map((one) => ({
    now: one,
    was: take(left.findIndex(({ channel, link }) => channel === one.channel && link === one.link)),
  }));
  for (const pair of pairs) pair.was ??= take(left.length > 0 ? 0 : -1);
  return { pairs, left };
}

const statedOf = (title: string, { channel, publishedAt, link }: Channel): StatedEvidence => ({
  ...{ form: 'statement', at: new Date(publishedAt), channel, url: link, title, place: null },
});

const heldAt = ({ startedAt, place, topic, link }: RecordBody<'conference'>): StatedEvidence => ({
  ...{ form: 'press_conference', at: new Date(startedAt), channel: null, url: link ?? null, title: topic, place },
});

type Told = Pick<StatedEvidence, 'channel' | 'url' | 'place' | 'at'>;

const isOf = (one: Told, other: Told): boolean =>
  one.channel === other.channel &&
  one.url === other.url &&
  one.place === other.place &&
  one.at.getTime() === other.at.getTime();

/** What was recorded by these words: what stands in its place by now, or the row that was withdrawn; null: nothing. */
async function heldBy({ tx, incident }: MoveScene, stated: StatedEvidence): Promise<Evidence | null> {
  const all = await tx.findBy(Evidence, { incidentId: incident.id, form: stated.form });
  const found = all.filter((one) => isOf(one, stated));
  const first = found.find(({ standing }) => standing) ?? found.at(-1);
  if (!first || first.standing) return first ?? null;
  const [row] = await tx.query<{ id: string }[]>(
    `with recursive line as (
       select $1::uuid as id, 0 as step
       union select c.replaced_by, step + 1 from line join evidence_correction c on c.evidence_id = line.id
       where c.replaced_by is not null)
     select id from line order by step desc limit 1`,
    [first.id],
  );
  return all.find(({ id }) => id === row?.id) ?? first;
}
