import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocumentFilter, DocumentView } from '../../contract/document.js';
import { databaseNow } from '../../database/time.js';
import type { Cell } from '../../domain/csv.js';
import { listedDocuments } from '../../domain/documents/document-list.js';
import { officeDay } from '../../domain/routing/in-force.js';
import { csvExport, MOST_EXPORTED, refuseTooMany } from '../../journal/exports/csv-export.js';
import { Settings } from '../../settings/settings.js';
import { readDocuments } from './document-rows.js';

const HEAD = [
  ...['文件 title', '简称 short titles', '文号 number', '起草司局 bureau', '印发 issued', '施行 valid from'],
  ...['废止 valid to', '出处 source', '把握 confidence', '关注词 terms', '链接 link', '登记 registered by'],
];

/** 政策文件登记 as a CSV file. */
@Injectable()
export class DocumentsExport {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  csv(personId: string, filter: DocumentFilter): Promise<string> {
    const units = new Map(this.settings.rules.bureaus.units.map((unit) => [unit.code, unit]));
    const namesOf = (code: string) => `${units.get(code)?.nameZh ?? code}\n${units.get(code)?.nameEn ?? ''}`;
    return this.db.transaction(async (tx) => {
      const all = await readDocuments(tx, { most: MOST_EXPORTED + 1 });
      refuseTooMany(all.length);
      const found = listedDocuments(all, filter, officeDay(await databaseNow(tx)), namesOf);
      const rows = found.map((one) => cellsOf(one, units.get(one.bureau)?.nameZh ?? one.bureau));
      return csvExport(tx, { what: 'documents', filter, head: HEAD, rows }, personId);
    });
  }
}

function cellsOf(one: DocumentView, bureau: string): Cell[] {
  return [
    ...[one.title, one.aliases.join('、'), one.number, bureau, one.issuedOn, one.validFrom],
    ...[one.validTo, one.source, one.confidence, one.terms.join('、'), one.link, one.origin],
  ];
}
