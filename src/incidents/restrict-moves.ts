import { UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { liftRestriction, restrict } from '../contract/incident.js';
import { RESTRICTED_TITLE, RESTRICTED_TITLE_EN } from '../domain/restricted-title.js';
import type { Move } from './moves.js';

/** 限知: only the named see the case from now on; notices on their way to others lose what they say of it. */
export const restrictMove =
  (wish: z.infer<typeof restrict>): Move =>
  async ({ tx, incident, actor }) => {
    const people = [...new Set(wish.people)].sort();
    if (incident.restrictedTo?.slice().sort().join() === people.join()) return null;
    if (!people.includes(actor.id))
      throw new UnprocessableEntityException('知情人员须包括本人 · you must be among the named');
    await refuseAbsent(tx, people);
    const data = { before: incident.restrictedTo, people, reason: wish.reason };
    incident.restrictedTo = people;
    await muteNotices(tx, incident.id, people);
    return [{ kind: 'incident.restricted', incidentId: incident.id, actor: actor.id, data }];
  };

/** Everybody sees it again who would without the restriction. */
export const liftRestrictionMove =
  (wish: z.infer<typeof liftRestriction>): Move =>
  ({ incident, actor }) => {
    if (incident.restrictedTo === null) return Promise.resolve(null);
    const data = { before: incident.restrictedTo, reason: wish.reason };
    incident.restrictedTo = null;
    const row = { kind: 'incident.restriction_lifted', incidentId: incident.id, actor: actor.id, data };
    return Promise.resolve([row]);
  };

async function refuseAbsent(tx: EntityManager, people: string[]): Promise<void> {
  const active = await tx.query<{ id: string }[]>(
    'select id from account where id = any($1) and disabled_at is null for key share',
    [people],
  );
  if (active.length === people.length) return;
  throw new UnprocessableEntityException('有人员不存在或已停用 · somebody named does not exist or is disabled');
}

/** What was written before and has not left yet names the matter no longer, unless to one of the named. */
export async function muteNotices(tx: EntityManager, incidentId: string, people: string[]): Promise<void> {
  await tx.query(
    `update notice n set payload = n.payload || jsonb_build_object('title', $3::text,
       'subject', jsonb_build_object('zh', $3::text, 'en', $4::text),
       'lines', jsonb_build_object('zh', jsonb_build_array($3::text || ' ' || (n.payload->>'number')),
         'en', jsonb_build_array($4::text || ' ' || (n.payload->>'number'))))
     where n.incident_id = $1 and n.sent_at is null and not n.recipient_id = any($2::text[])`,
    [incidentId, people, RESTRICTED_TITLE, RESTRICTED_TITLE_EN],
  );
}
