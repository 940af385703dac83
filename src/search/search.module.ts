import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.js';
import { ArchiveExport } from './archive-export.js';
import { ArchiveReader } from './archive-reader.js';
import { ArticleIndexer } from './article-indexer.js';
import { IndexTick } from './index-tick.js';

/** Reading the archive. */
@Module({ controllers: [ArchiveController], providers: [ArchiveReader, ArchiveExport] })
export class SearchModule {}

/** Alive only in worker processes. */
@Module({ providers: [ArticleIndexer, IndexTick] })
export class IndexingModule {}
