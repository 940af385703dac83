import { ConflictException, Injectable, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { StaleVersion } from '../access/stale-version.js';
import { policyOf } from '../clocks/policy-versions.js';
import { keepTargets } from '../clocks/internal-targets.js';
import { reanchorClocks } from '../clocks/reanchor.js';
import { confirmClocks, runningClocks, waiveClocks } from '../clocks/clocks.js';
import type { mergeIncident } from '../contract/incident.js';
import { databaseNow } from '../database/time.js';
import { type ClockKind, clocksStartedBy } from '../domain/clocks/policy.js';
import { graver } from '../domain/level.js';
import { isOver } from '../domain/lifecycle/stage.js';
import { maySee } from '../domain/rights.js';
import { append, type JournalRow } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { factsOfCase } from '../stories/case-stories.js';
import { lockStories } from '../stories/story-store.js';
import { changeDuties, waivedData } from './duties.js';
import { Incident } from './incident.entity.js';
import { passPairs } from './incident-pairs.js';
import type { Actor } from './moves.js';
import { clockData } from './open-incident.js';
import { passOpenMatters } from './pass-open-matters.js';
import { announceRise } from './raise-incident.js';
import { muteNotices } from './restrict-moves.js';
import { stageRow } from './stage-row.js';
import { takeUpAgain } from './take-up-again.js';

interface Pair {
  gone: Incident;
  kept: Incident;
}

interface Decision {
  actor: string;
  reason: string;
  at: Date;
}

/** Two cases of one happening become one, for good: one pair of clocks, from the earlier start. */
@Injectable()
export class IncidentMerging {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * @returns the id of the case that goes on
   * @throws ConflictException when one is dismissed or the version is stale
   */
  async merge(actor: Actor, id: string, wish: z.infer<typeof mergeIncident>): Promise<string> {
    if (id === wish.into) throw new UnprocessableEntityException('不能并入自身 · an incident cannot go into itself');
    await this.db.transaction(async (tx) => {
      await lockStories(tx);
      const pair = await lockedPair(tx, actor, id, wish.into);
      if (pair.gone.mergedInto === wish.into) return;
      refuseClosed(pair);
      if (wish.version !== undefined && wish.version !== pair.gone.version)
        throw new StaleVersion('事件刚被他人改动,请刷新后再试 · somebody changed this incident: reload and try again');
      await append(
        tx,
        await this.carryOut(tx, pair, { actor: actor.id, reason: wish.reason, at: await databaseNow(tx) }),
      );
    });
    return wish.into;
  }

  private async carryOut(tx: EntityManager, { gone, kept }: Pair, decision: Decision): Promise<JournalRow[]> {
    const { policy } = this.settings;
    const { actor, reason, at } = decision;
    const ran = (await runningClocks(tx, gone.id)).map((clock) => clock.kind);
    const stages = { gone: gone.stage, kept: kept.stage };
    const waived = await close(tx, gone, kept, decision);
    await takeOver(tx, gone, kept, actor);
    await passPairs(tx, gone.id, kept.id);
    const moved = await this.keepEarliestStart(tx, gone, kept, decision);
    const from = kept.level;
    takeLevel(gone, kept);
    kept.restrictedTo = narrower(gone.restrictedTo, kept.restrictedTo);
    kept.facts = await factsOfCase(tx, kept.id);
    kept.version += 1;
    const again = await this.takeUp(
      tx,
      kept,
      { ran, inHand: !isOver(stages.gone), rises: from !== kept.level },
      decision,
    );
    await tx.save(kept);
    const wanted = await this.wantedDuties(tx, kept, ran);
    const change = await changeDuties(tx, policy, kept, wanted, {
      ...{ at, reason: `合并 · merged: ${reason}` },
      runOn: ran,
      rises: from !== kept.level,
    });
    if (again.length > 0) await keepTargets(tx, kept, at);
    const passed = await passOpenMatters(tx, { gone, kept }, { now: at, by: actor });
    if (kept.confirmedAt !== null) await confirmClocks(tx, policy, kept.id, at);
    const ended = from === kept.level ? [] : await announceRise(tx, policy, kept, at);
    if (kept.restrictedTo !== null) await muteNotices(tx, kept.id, kept.restrictedTo);
    const clocks = [...moved.map(clockData), ...change.clocks];
    const told = {
      mergedFrom: gone.id,
      number: gone.number,
      from,
      level: kept.level,
      status: kept.status,
      reason,
      facts: kept.facts,
    };
    return [
      { kind: 'incident.merged', incidentId: kept.id, actor, data: { ...told, ...change, clocks } },
      {
        ...{ kind: 'incident.dismissed', incidentId: gone.id, actor },
        data: { reason, mergedInto: kept.id, number: kept.number, waived: waivedData(waived, at) },
      },
      ...again,
      ...stageRow(kept, stages.kept, actor),
      ...stageRow(gone, stages.gone, actor),
      ...ended,
      ...passed,
    ];
  }

  /** What is in hand on one side, or has a duty that runs or begins, is in hand: no closed case swallows it. */
  private takeUp(
    tx: EntityManager,
    kept: Incident,
    { ran, inHand, rises }: { ran: ClockKind[]; inHand: boolean; rises: boolean },
    { actor, reason }: Decision,
  ): Promise<JournalRow[]> {
    if (!inHand && ran.length === 0 && !rises) return Promise.resolve([]);
    return takeUpAgain(tx, kept, actor, `合并 · merged: ${reason}`);
  }

  /** By the level; where it starts none, whatever ran on either side runs on. */
  private async wantedDuties(tx: EntityManager, kept: Incident, ran: ClockKind[]): Promise<ClockKind[]> {
    const policy = await policyOf(tx, this.settings.policy, kept.ruleVersion);
    const statutory = clocksStartedBy(policy, kept.level, kept.basis).map((rule) => rule.kind);
    if (statutory.length > 0) return statutory;
    const running = (await runningClocks(tx, kept.id)).map((clock) => clock.kind);
    return [...new Set([...running, ...ran])];
  }

  private async keepEarliestStart(tx: EntityManager, gone: Incident, kept: Incident, { actor, at }: Decision) {
    kept.firstPublishedAt = earliest(kept.firstPublishedAt, gone.firstPublishedAt);
    kept.detectedAt = earliest(kept.detectedAt, gone.detectedAt) ?? kept.detectedAt;
    kept.notifiedAt = earliest(kept.notifiedAt, gone.notifiedAt);
    if (gone.clockStartAt >= kept.clockStartAt) return [];
    if (gone.occurredAt !== null) {
      const { occurredAt, occurredPrecision, occurredBy } = gone;
      Object.assign(kept, { occurredAt, occurredPrecision, occurredBy });
    }
    Object.assign(kept, { clockStartAt: gone.clockStartAt, clockBasis: gone.clockBasis });
    const start = { startAt: gone.clockStartAt, basis: gone.clockBasis };
    return reanchorClocks(tx, this.settings.policy, kept.id, start, { at, by: actor });
  }
}

async function lockedPair(tx: EntityManager, actor: Actor, id: string, into: string): Promise<Pair> {
  const found = new Map<string, Incident>();
  for (const one of [id, into].sort()) {
    const where = { id: one, channel: 'live' as const };
    const incident = await tx.findOne(Incident, { where, lock: { mode: 'for_no_key_update' } });
    if (incident && maySee(actor, incident)) found.set(one, incident);
  }
  const [gone, kept] = [found.get(id), found.get(into)];
  if (!gone || !kept) throw new NotFoundException('没有这个事件 · no such incident');
  return { gone, kept };
}

function refuseClosed({ gone, kept }: Pair): void {
  if (gone.mergedInto !== null)
    throw new ConflictException('已并入另一事件 · it has been merged into another incident already');
  if (gone.status === 'dismissed' || kept.status === 'dismissed')
    throw new ConflictException('已退出办理的事件不能合并,先重新受理 · a dismissed incident cannot be merged');
}

/** The other case ends, and says where it went. */
async function close(tx: EntityManager, gone: Incident, kept: Incident, { at, reason }: Decision) {
  const kinds = (await runningClocks(tx, gone.id)).map((clock) => clock.kind);
  const why = `合并至 ${kept.number} · merged: ${reason}`;
  const waived = await waiveClocks(tx, gone.id, kinds, { at, reason: why });
  Object.assign(gone, {
    status: 'dismissed',
    stage: 'merged',
    dismissedAt: at,
    dismissedReason: why,
    mergedInto: kept.id,
  });
  gone.version += 1;
  await tx.save(gone);
  await keepTargets(tx, gone, at);
  return waived;
}

/** Its stories and its evidence; both are kept in the case they came from by the journal. */
async function takeOver(tx: EntityManager, gone: Incident, kept: Incident, actor: string): Promise<void> {
  await tx.query('update story set incident_id = $2, grouped_by = $3 where incident_id = $1', [
    gone.id,
    kept.id,
    actor,
  ]);
  await tx.query(
    `insert into evidence (incident_id, form, channel, url, title, place, at, official, recorded_at, recorded_by,
       confirmed_at, confirmed_by, article_id, copy_sha256, known_since)
     select $2, form, channel, url, title, place, at, official, recorded_at, recorded_by, confirmed_at, confirmed_by,
       article_id, copy_sha256, known_since
     from evidence where incident_id = $1 and standing
     on conflict do nothing`,
    [gone.id, kept.id],
  );
  kept.co = [...new Set([...kept.co, gone.lead, ...gone.co])].filter((code) => code !== kept.lead);
}

/** The graver level stands; what a person confirmed of it does not become the machine's word again. */
function takeLevel(gone: Incident, kept: Incident): void {
  const isGraver = graver(kept.level, gone.level) !== kept.level;
  const { level, basis, basisVerified, levelReason } = gone;
  if (isGraver) Object.assign(kept, { level, basis, basisVerified, levelReason });
  if (gone.confirmedAt === null || kept.confirmedAt !== null || kept.level !== gone.level) return;
  Object.assign(kept, { status: 'confirmed', confirmedAt: gone.confirmedAt });
}

/** What only the named may see of either, only those named for both may see of the two together. */
function narrower(a: string[] | null, b: string[] | null): string[] | null {
  return a === null || b === null ? (a ?? b) : a.filter((id) => b.includes(id));
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}
