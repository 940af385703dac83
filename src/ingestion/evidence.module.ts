import { Module } from '@nestjs/common';
import { ArticleEvidence } from './evidence/article-evidence.js';
import { ArticleEvidenceController } from './evidence/article-evidence.controller.js';
import { PurgeRecord } from './retention/purge-record.js';
import { PurgesController } from './retention/purges.controller.js';

/** Evidence and its retention, as people meet them over HTTP. */
@Module({ controllers: [ArticleEvidenceController, PurgesController], providers: [ArticleEvidence, PurgeRecord] })
export class EvidenceModule {}
