import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ArchiveFilter } from '../contract/archive.js';
import { beijingCell, type Cell } from '../domain/csv.js';
import { LEVEL_WORDS } from '../domain/level.js';
import { csvExport } from '../journal/exports/csv-export.js';
import { ArchiveReader } from './archive-reader.js';
import type { ArchiveEntry } from './archive-rows.js';

const HEAD = [
  ...['发布(北京) published', '采集(北京) fetched', '标题 title', '来源 source', '报告来源 reported by'],
  ...['等级 level', '事件编号 number', '链接 link'],
];

/** What was found in the archive as a CSV file, as the person may read it; without the texts, which are their publishers’. */
@Injectable()
export class ArchiveExport {
  constructor(
    private readonly db: DataSource,
    private readonly archive: ArchiveReader,
  ) {}

  /** @throws UnprocessableEntityException when more was found than a file may hold */
  async csv(personId: string, filter: ArchiveFilter): Promise<string> {
    const rows = (await this.archive.all(personId, filter)).map(cellsOf);
    return this.db.transaction((tx) => csvExport(tx, { what: 'articles', filter, head: HEAD, rows }, personId));
  }
}

function cellsOf(article: ArchiveEntry): Cell[] {
  const { title, sourceName, reportedSource, level, incidentNumber, link } = article;
  return [
    ...[beijingCell(article.publishedAt), beijingCell(article.fetchedAt), title, sourceName, reportedSource],
    ...[level && LEVEL_WORDS[level], incidentNumber, link],
  ];
}
