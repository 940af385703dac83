import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JournalFilter, JournalRow } from '../../contract/journal.js';
import { beijingCell } from '../../domain/csv.js';
import { shown } from '../journal-reader.js';
import { findRows } from '../journal-search.js';
import { csvExport, refuseTooMany } from './csv-export.js';

const PAGE = 2_000;
/** More are no list that anybody reads: whoever needs all of it takes the database's own copy. */
const MOST_ROWS = 50_000;

const HEAD = [
  '序号 seq',
  '时间(北京) at',
  '种类 kind',
  '事件编号 number',
  '人员 actor',
  '姓名 name',
  '内容 data',
  '哈希 hash',
];

/** The filtered rows as a CSV file, as the person may read them; that it was made is journalled. */
@Injectable()
export class JournalExport {
  constructor(private readonly db: DataSource) {}

  /** @throws UnprocessableEntityException when there are more rows than a list may hold */
  csv(personId: string, filter: JournalFilter): Promise<string> {
    return this.db.transaction(async (tx) => {
      const rows = await this.rows(tx, personId, filter);
      const names = await namesOf(tx, rows);
      const lines = rows.map((row) => cellsOf(row, names.get(row.actor) ?? null));
      return csvExport(tx, { what: 'journal', filter, head: HEAD, rows: lines }, personId);
    });
  }

  private async rows(tx: EntityManager, personId: string, filter: JournalFilter): Promise<JournalRow[]> {
    const rows: JournalRow[] = [];
    for (;;) {
      const of = rows.at(-1)?.seq ?? null;
      const page = await findRows(tx, personId, filter, { towards: 'older', of, most: PAGE });
      rows.push(...page.map(shown));
      if (page.length < PAGE) return rows;
      refuseTooMany(rows.length, MOST_ROWS);
    }
  }
}

async function namesOf(tx: EntityManager, rows: JournalRow[]): Promise<Map<string, string>> {
  const accounts = await tx.query<{ id: string; name: string }[]>(
    'select id::text, display_name as name from account where id::text = any($1)',
    [[...new Set(rows.map(({ actor }) => actor))]],
  );
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

function cellsOf({ seq, at, kind, number, actor, data, hash }: JournalRow, name: string | null) {
  return [seq, beijingCell(at), kind, number, actor, name, JSON.stringify(data), hash];
}
