import { ConflictException, Injectable, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { notSame } from '../contract/incident.js';
import { maySee } from '../domain/rights.js';
import { append } from '../journal/append.js';
import { lockStories } from '../stories/story-store.js';
import { Incident } from './incident.entity.js';
import type { Actor } from './moves.js';

type Wish = z.infer<typeof notSame>;

/** A person says that two cases are two happenings, for good: nobody is asked again, and their stories are never joined. */
@Injectable()
export class IncidentParting {
  constructor(private readonly db: DataSource) {}

  /** Repeated, it changes nothing more. @throws ConflictException when they have been merged */
  async part(actor: Actor, id: string, wish: Wish): Promise<void> {
    if (id === wish.other)
      throw new UnprocessableEntityException('同一事件不能与自身区分 · an incident cannot be parted from itself');
    await this.db.transaction(async (tx) => {
      await lockStories(tx);
      const [one, other] = [await seen(tx, actor, id), await seen(tx, actor, wish.other)];
      if (one.mergedInto === other.id || other.mergedInto === one.id)
        throw new ConflictException('两个事件已经合并 · the two incidents have been merged');
      if (!(await markParted(tx, actor, id, wish))) return;
      await partStories(tx, actor, id, wish.other);
      await append(
        tx,
        [
          [one, other],
          [other, one],
        ].map(([of, from]) => ({
          ...{ kind: 'incident.parted', incidentId: of?.id ?? null, actor: actor.id },
          data: { other: from?.id, number: from?.number, reason: wish.reason },
        })),
      );
    });
  }
}

async function seen(tx: EntityManager, actor: Actor, id: string): Promise<Incident> {
  const incident = await tx.findOneBy(Incident, { id, channel: 'live' });
  if (!incident || !maySee(actor, incident)) throw new NotFoundException('没有这个事件 · no such incident');
  return incident;
}

/** @returns false when they were parted before */
async function markParted(tx: EntityManager, actor: Actor, id: string, { other, reason }: Wish): Promise<boolean> {
  const parted = await tx.query<unknown[]>(
    `insert into incident_pair as p (a, b, parted_by, parted_at, parted_reason)
     values (least($1::uuid, $2), greatest($1::uuid, $2), $3, app_now(), $4)
     on conflict (a, b) do update set parted_by = $3, parted_at = app_now(), parted_reason = $4 where p.parted_at is null
     returning a`,
    [id, other, actor.id, reason],
  );
  return parted.length > 0;
}

async function partStories(tx: EntityManager, actor: Actor, id: string, other: string): Promise<void> {
  await tx.query(
    `insert into story_apart (a, b, decided_by)
     select least(s.id, o.id), greatest(s.id, o.id), $3
     from story s, story o
     where s.incident_id = $1 and o.incident_id = $2 and not s.possibly and not o.possibly
     on conflict do nothing`,
    [id, other, actor.id],
  );
}
