import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JournalFacets, JournalRow, JournalRowPage, JournalRowsQuery } from '../contract/journal.js';
import type { Entry } from './chain.js';
import { findRows, type FoundRow } from './journal-search.js';
import { RESTRICTED_ROW } from './restricted.js';

/** Names each different value of an indexed column by jumps: as many reads as there are values. */
const jumps = (column: 'kind' | 'actor') => `with recursive each as (
    (select ${column} as value from journal order by ${column} limit 1)
    union all
    select (select j.${column} from journal j where j.${column} > each.value order by j.${column} limit 1) from each where each.value is not null
  )`;

/** The journal as a page shows it: by filters, the newest first. */
@Injectable()
export class JournalReader {
  constructor(private readonly db: DataSource) {}

  async page(personId: string, { before, after, limit, ...filter }: JournalRowsQuery): Promise<JournalRowPage> {
    const upwards = after !== undefined;
    const side = { towards: upwards ? 'newer' : 'older', of: after ?? before ?? null, most: limit + 1 } as const;
    const found = await findRows(this.db.manager, personId, filter, side);
    const more = found.length > limit;
    const items = found.slice(0, limit).map(shown);
    if (upwards) items.reverse();
    const hasOlder = upwards || more;
    const hasNewer = upwards ? more : before !== undefined;
    return {
      items,
      older: hasOlder ? (items.at(-1)?.seq ?? null) : null,
      newer: hasNewer ? (items[0]?.seq ?? null) : null,
    };
  }

  async facets(): Promise<JournalFacets> {
    const kinds = await this.db.query<{ value: string }[]>(
      `${jumps('kind')} select value from each where value is not null order by 1`,
    );
    const actors = await this.db.query<{ id: string; name: string | null }[]>(
      `${jumps('actor')} select each.value as id, a.display_name as name
       from each left join account a on a.id::text = each.value where each.value is not null order by 2, 1`,
    );
    return { kinds: kinds.map(({ value }) => value), actors };
  }
}

/** A row as it goes over the wire. */
export function shown(row: FoundRow): JournalRow {
  const { seq, hash, body, number, previousHash } = row;
  const at = row.at.toISOString();
  if (row.isHidden) {
    const nothing = { number: null, body: null, previousHash: null, hash: null };
    return { seq, at, kind: RESTRICTED_ROW, incidentId: null, actor: 'system:journal', data: {}, ...nothing };
  }
  const { actor, kind, incidentId } = row;
  return { seq, at, kind, incidentId, actor, data: dataOf(body), number, body, previousHash, hash };
}

/** A row that somebody has tampered with is shown all the same: with its text as it stands. */
function dataOf(body: string): Entry['data'] {
  try {
    return (JSON.parse(body) as Partial<Entry>).data ?? {};
  } catch {
    return {};
  }
}
