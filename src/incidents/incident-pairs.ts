import type { EntityManager } from 'typeorm';
import type { IncidentView } from '../contract/incident.js';
import { maySee } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';
import type { Actor } from './moves.js';

/** A report fits this case and others too: people are told once of each pair, in whatever order it comes to light. Needs `lockStories`. */
export async function tellOfPairs(
  tx: EntityManager,
  incidentId: string,
  { id: storyId, perhapsOne = [] }: { id: string; perhapsOne?: readonly string[] },
): Promise<JournalRow[]> {
  const fresh = await tx.query<{ other: string }[]>(
    `insert into incident_pair (a, b)
     select distinct least($1::uuid, other), greatest($1::uuid, other) from unnest($2::uuid[]) other where other <> $1
     on conflict do nothing
     returning case when a = $1 then b else a end as other`,
    [incidentId, perhapsOne],
  );
  return fresh.map(({ other }) => ({
    ...{ kind: 'incident.perhaps_same', incidentId, actor: 'system:judging' },
    data: { storyId, other },
  }));
}

type Other = IncidentView['perhapsSame'][number] & Pick<Incident, 'lead' | 'co' | 'restrictedTo'>;

/** Open cases that may be one with this open case, as far as this person may see them: until they are merged or parted. */
export async function perhapsSame(db: EntityManager, person: Actor, id: string): Promise<IncidentView['perhapsSame']> {
  const others = await db.query<Other[]>(
    `select o.id, o.number, o.title, o.lead, o.co, o.restricted_to as "restrictedTo"
     from incident_pair p
     join incident i on i.id = $1 and i.status <> 'dismissed'
     join incident o on o.id in (p.a, p.b) and o.id <> $1 and o.status <> 'dismissed' and o.channel = 'live'
     where $1 in (p.a, p.b) and p.parted_at is null
     order by p.told_at, o.number`,
    [id],
  );
  return others
    .filter((one) => maySee(person, one))
    .map(({ id: other, number, title }) => ({ id: other, number, title }));
}

/** What was asked and decided of a case goes on with the one that it is merged into. */
export async function passPairs(tx: EntityManager, gone: string, kept: string): Promise<void> {
  await tx.query(
    `insert into incident_pair (a, b, told_at, parted_by, parted_at, parted_reason)
     select least($2::uuid, other), greatest($2::uuid, other), told_at, parted_by, parted_at, parted_reason
     from (select case when a = $1 then b else a end as other, * from incident_pair where $1 in (a, b)) pair
     where other <> $2
     on conflict do nothing`,
    [gone, kept],
  );
}
