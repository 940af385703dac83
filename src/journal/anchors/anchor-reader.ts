import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AnchorLine, AnchorPage } from '../../contract/journal.js';
import { readAnchor } from './anchor.js';

interface Row {
  day: string;
  body: string;
  digest: string;
  lastSeq: number;
  madeAt: Date;
  keptAt: Date | null;
  fault: string | null;
}

/** 每日存证 as a page shows them. */
@Injectable()
export class AnchorReader {
  constructor(private readonly db: DataSource) {}

  /** @param before the day from which to go back; left out: from the newest */
  async page({ before, limit }: { before?: string | undefined; limit: number }): Promise<AnchorPage> {
    const rows = await this.db.query<Row[]>(
      `select day, body, digest, last_seq::float8 as "lastSeq", made_at as "madeAt", kept_at as "keptAt", fault
       from journal_anchor where $1::text is null or day < $1 order by day desc limit $2`,
      [before ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(lineOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.day ?? null) : null };
  }

  /** The text of a day's file; null: there is none. */
  async text(day: string): Promise<string | null> {
    const [row] = await this.db.query<{ body: string }[]>('select body from journal_anchor where day = $1', [day]);
    return row?.body ?? null;
  }
}

/** Of an altered one what can still be read of it. */
function lineOf({ body, madeAt, keptAt, ...row }: Row): AnchorLine {
  const { rows = 0, headHash = '' } = readAnchor(body) ?? {};
  return { ...row, rows, headHash, madeAt: madeAt.toISOString(), keptAt: keptAt?.toISOString() ?? null };
}
