import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../access/allow.js';
import { INERT_HEADERS } from '../../access/inert.js';
import { EVIDENCE_HEADERS } from '../../contract/evidence.js';
import { ArticleEvidence } from './article-evidence.js';

/** Raw evidence as a download. */
@Controller('articles')
export class ArticleEvidenceController {
  constructor(private readonly evidence: ArticleEvidence) {}

  @Get(':id/evidence')
  @Allow('archive.read')
  async download(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { sha256, url, fetchedAt, raw } = await this.evidence.of(id);
    response.set({
      ...INERT_HEADERS,
      'content-disposition': `attachment; filename="evidence-${sha256.slice(0, 16)}.bin"`,
      [EVIDENCE_HEADERS.sha256]: sha256,
      [EVIDENCE_HEADERS.fetchedAt]: fetchedAt.toISOString(),
      ...(url !== null && { [EVIDENCE_HEADERS.url]: new URL(url).href }),
    });
    return new StreamableFile(raw);
  }
}
