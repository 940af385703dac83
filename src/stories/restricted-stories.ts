import { NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Stories among these whose case, or whose successor's case, is restricted to others than this person. */
export async function hiddenStories(db: EntityManager, personId: string, storyIds: string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>(
    `select s.id from story s left join story k on k.id = s.merged_into
       join incident i on i.id in (s.incident_id, k.incident_id)
     where s.id = any($2) and i.restricted_to is not null and not $1 = any(i.restricted_to)`,
    [personId, storyIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** @throws NotFoundException when one of them is not this person's to see */
export async function refuseHidden(db: EntityManager, personId: string, storyIds: string[]): Promise<void> {
  const hidden = await hiddenStories(db, personId, storyIds);
  if (hidden.size > 0) throw new NotFoundException('没有这条舆情 · no such story');
}
