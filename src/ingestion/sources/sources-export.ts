import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SourceFilter, SourceView } from '../../contract/source.js';
import { beijingCell, type Cell } from '../../domain/csv.js';
import { isListed } from '../../domain/source-list.js';
import { csvExport, MOST_EXPORTED, refuseTooMany } from '../../journal/exports/csv-export.js';
import { Settings } from '../../settings/settings.js';
import { readSources } from './source-reader.js';

const HEAD = [
  ...['编号 id', '名称 name', '地址 url', '级别 tier', '性质 kind', '发布者 family', '文件夹 folder', '状态 health'],
  ...['上次采集(北京) last visit', '上次读到(北京) last read', '上次新稿(北京) last new', '上次结果 last outcome'],
  ...['连续失败 failures', '登记 registered by'],
];

/** 信息源 as a CSV file, with how reading each of them goes. */
@Injectable()
export class SourcesExport {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** @throws UnprocessableEntityException when there are more than a file may hold */
  csv(personId: string, filter: SourceFilter): Promise<string> {
    return this.db.transaction(async (tx) => {
      const all = await readSources(tx, this.settings.policy.collection, { most: MOST_EXPORTED + 1 });
      refuseTooMany(all.length);
      const rows = all.filter((source) => isListed(source, filter)).map(cellsOf);
      return csvExport(tx, { what: 'sources', filter, head: HEAD, rows }, personId);
    });
  }
}

function cellsOf(source: SourceView): Cell[] {
  const { id, name, url, tier, kind, family, folder, health, lastVisitAt, lastOkAt, lastNewAt } = source;
  return [
    ...[id, name, url, tier, kind, family, folder, health],
    ...[beijingCell(lastVisitAt), beijingCell(lastOkAt), beijingCell(lastNewAt), source.lastOutcome],
    ...[source.failures, source.origin],
  ];
}
