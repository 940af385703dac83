import type { EntityManager } from 'typeorm';
import type { JournalRow } from '../journal/append.js';
import type { SecondPersonKind } from '../domain/second-person.js';
import type { Incident } from './incident.entity.js';
import { passOwnReleases } from './own-releases.js';
import { type Changed, closeMootRequests, closeRequest } from './moot-requests.js';

interface Waiting {
  id: string;
  kind: SecondPersonKind;
  subject: string;
}

/**
 * What was open on a merged case: proposals of an earlier start go on with the surviving one, and so do our own releases that may
 * answer it and publications that wait to be vouched for. Requests about the duties of the merged case end with them.
 */
export async function passOpenMatters(
  tx: EntityManager,
  { gone, kept }: { gone: Incident; kept: Incident },
  changed: Changed,
): Promise<JournalRow[]> {
  await passProposals(tx, gone, kept, changed);
  await passOwnReleases(tx, gone.id, kept.id);
  const rows: JournalRow[] = [];
  const late = await tx.query<Waiting[]>(
    `select id, kind, subject from second_person_request
     where incident_id = $1 and kind = 'late_evidence' and outcome is null order by asked_at, id for update`,
    [gone.id],
  );
  for (const one of late) {
    rows.push(await closeRequest(tx, one, gone.id, 'carried_over', changed), ...(await carryOver(tx, one, kept)));
  }
  return [...rows, ...(await closeMootRequests(tx, gone, changed)), ...(await closeMootRequests(tx, kept, changed))];
}

async function passProposals(tx: EntityManager, gone: Incident, kept: Incident, { now, by }: Changed): Promise<void> {
  await tx.query(
    `insert into start_proposal (incident_id, basis, at, precision, article_id, found_at)
     select $2, basis, at, precision, article_id, found_at from start_proposal
     where incident_id = $1 and settled_at is null and at < $3
     on conflict do nothing`,
    [gone.id, kept.id, kept.clockStartAt],
  );
  await tx.query(
    `update start_proposal set settled_by = $2, settled_at = $3 where incident_id = $1 and settled_at is null`,
    [gone.id, by, now],
  );
}

/** The surviving case has the same evidence as a row of its own. */
async function carryOver(tx: EntityManager, { id, subject }: Waiting, kept: Incident): Promise<JournalRow[]> {
  const [carried] = await tx.query<{ id: string; askedBy: string; payload: object }[]>(
    `insert into second_person_request (kind, incident_id, subject, payload, reason, expected_version, asked_by, asked_at)
     select r.kind, $2, own.id, r.payload || jsonb_build_object('evidenceId', own.id), r.reason, $3, r.asked_by, r.asked_at
     from second_person_request r join evidence was on was.id = $4
     join evidence own on own.incident_id = $2 and own.form = was.form and own.at = was.at and own.standing and own.confirmed_at is null
       and own.channel is not distinct from was.channel and own.url is not distinct from was.url
       and own.place is not distinct from was.place
     where r.id = $1
     on conflict do nothing
     returning id, asked_by as "askedBy", payload`,
    [id, kept.id, kept.version, subject],
  );
  if (!carried) return [];
  const data = { requestId: carried.id, request: 'late_evidence', payload: carried.payload, from: id };
  return [{ kind: 'second_person.asked', incidentId: kept.id, actor: carried.askedBy, data }];
}
