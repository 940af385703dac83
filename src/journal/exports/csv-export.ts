import { UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Cell, CSV_START, csvLine } from '../../domain/csv.js';
import { append } from '../append.js';
import { exportMade } from './export-made.js';

/** More are no list that anybody reads. */
export const MOST_EXPORTED = 10_000;

/** A list as a file: what it is of, what it was narrowed to, the names of its columns and its lines. */
export interface CsvList {
  what: string;
  filter: Record<string, unknown>;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** The CSV file of a list; that it was made is journalled, so this is the last statement of its transaction. */
export async function csvExport(tx: EntityManager, list: CsvList, personId: string): Promise<string> {
  const { what, filter, head, rows } = list;
  const text = CSV_START + csvLine(head) + rows.map(csvLine).join('');
  await append(tx, [exportMade({ what, filter, rows: rows.length, text }, personId)]);
  return text;
}

/** @throws UnprocessableEntityException when there are more rows than a file may hold */
export function refuseTooMany(rows: number, most = MOST_EXPORTED): void {
  if (rows <= most) return;
  throw new UnprocessableEntityException(`超过 ${most} 行,请缩小范围 · more than ${most} rows: narrow the list`);
}
