import type { EntityManager } from 'typeorm';
import type { JournalFilter } from '../contract/journal.js';
import { CANARY_FIRED } from './canary-kind.js';

/** A row as it is stored, with what is told beside it. */
export interface FoundRow {
  seq: number;
  at: Date;
  kind: string;
  incidentId: string | null;
  actor: string;
  body: string;
  hash: string;
  previousHash: string | null;
  number: string | null;
  /** Of a matter that is restricted to others. */
  isHidden: boolean;
}

/** Rows on one side of a position, the nearest first. */
export interface Side {
  towards: 'older' | 'newer';
  /** Not included; null: from that end of the journal. */
  of: number | null;
  most: number;
}

const HIDDEN = `coalesce(not $1::uuid = any(i.restricted_to), false)`;

/** `$1` the reader, `$2` to `$8` the filters, `$9` the kind of self-checks left out or null. */
const MATCHING = `from journal j left join incident i on i.id = j.incident_id
  where ($2::text is null or j.kind = $2 or j.kind like $2 || '.%')
    and ($3::text is null or j.actor = $3 or ($3 = 'system' and j.actor like 'system:%'))
    and ($4::uuid is null or j.incident_id = $4)
    and ($5::text is null or strpos(lower(i.number), lower($5)) > 0)
    and ($6::timestamptz is null or j.at >= $6) and ($7::timestamptz is null or j.at < $7)
    and ($8::boolean or not ${HIDDEN}) and ($9::text is null or j.kind <> $9)`;

/**
 * Rows that match, as one person may read them: of a matter restricted to others there is none among rows that were asked for by
 * what they say; asked for by time alone it keeps its place, without its contents.
 */
export async function findRows(
  db: EntityManager,
  personId: string,
  filter: JournalFilter,
  { towards, of, most }: Side,
): Promise<FoundRow[]> {
  const [than, order] = towards === 'older' ? ['<', 'desc'] : ['>', 'asc'];
  return db.query<FoundRow[]>(
    `select j.seq::float8 as seq, j.at, j.kind, j.incident_id as "incidentId", j.actor, j.body, j.hash, i.number,
       (select p.hash from journal p where p.seq = j.seq - 1) as "previousHash", ${HIDDEN} as "isHidden"
     ${MATCHING} and ($10::bigint is null or j.seq ${than} $10) order by j.seq ${order} limit $11`,
    [...valuesOf(personId, filter), of, most],
  );
}

function valuesOf(personId: string, filter: JournalFilter): unknown[] {
  const { kind, actor, incident, number, from, to, selfChecks } = filter;
  const asksWhatTheySay = [kind, actor, incident, number].some((one) => one !== undefined);
  const leftOut = selfChecks || kind === CANARY_FIRED ? null : CANARY_FIRED;
  return [personId, kind, actor, incident, number, from, to, !asksWhatTheySay, leftOut].map((one) => one ?? null);
}
