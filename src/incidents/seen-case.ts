import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runningClocks } from '../clocks/clocks.js';
import type { ClockKind } from '../domain/clocks/policy.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import type { Level } from '../domain/level.js';
import type { Incident } from './incident.entity.js';

/** A case as whoever asked for a second person saw it. */
export interface SeenCase {
  level: Level | null;
  startAt: string;
  /** Statutory duties neither answered nor ended. */
  open: ClockKind[];
}

export async function seenCase(tx: EntityManager, { id, level, clockStartAt }: Incident): Promise<SeenCase> {
  return { level, startAt: clockStartAt.toISOString(), open: await openStatutory(tx, id) };
}

/** Statutory duties that run or are overdue, in a settled order. */
export async function openStatutory(tx: EntityManager, incidentId: string): Promise<ClockKind[]> {
  const running = await runningClocks(tx, incidentId);
  return running
    .map((clock) => clock.kind)
    .filter(isStatutory)
    .sort();
}

/** What the second person agrees to is what the first one saw. */
export function changedSince(before: SeenCase, now: SeenCase): ConflictException | null {
  const same = before.level === now.level && before.startAt === now.startAt && before.open.join() === now.open.join();
  return same
    ? null
    : new ConflictException(
        '事件的等级、起算时间或时限状态在申请后已变,请重新申请 · level, start or clocks have changed since it was asked: refuse this and ask again',
      );
}
