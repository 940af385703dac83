import { Injectable, Logger, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EvidenceDamaged, type PackedBody, unpackBody } from './packed-body.js';

/** What an article was read from, as it came. */
export interface Evidence {
  sha256: string;
  url: string | null;
  fetchedAt: Date;
  raw: Uint8Array;
}

interface Row {
  captureId: string | null;
  sha256: string;
  url: string | null;
  fetchedAt: Date;
  purgedAt: Date | null;
  encoding: PackedBody['encoding'];
  size: string;
  bytes: Buffer;
}

const FIND = `
  select b.id as "captureId", b.sha256, b.url, b.fetched_at as "fetchedAt", b.purged_at as "purgedAt",
    r.encoding, r.size, r.body as bytes
  from article a left join response_body b on b.id = a.body_id left join response_blob r on r.sha256 = b.blob
  where a.id = $1`;

/** The evidence of articles, handed out only when it is proven to be what was kept. */
@Injectable()
export class ArticleEvidence {
  private readonly logger = new Logger(ArticleEvidence.name);

  constructor(private readonly db: DataSource) {}

  /**
   * @throws NotFoundException that says whether nothing was ever kept, or until when it was
   * @throws UnprocessableEntityException when storage is damaged
   */
  async of(articleId: string): Promise<Evidence> {
    const [row] = await this.db.query<Row[]>(FIND, [articleId]);
    if (!row) throw new NotFoundException('没有这篇文章 · no such article');
    if (row.captureId === null)
      throw new NotFoundException('这篇文章没有留存原始内容 · no raw evidence was kept of this article');
    if (row.purgedAt !== null) throw new NotFoundException(purgedText(row, row.purgedAt));
    const { sha256, url, fetchedAt } = row;
    return { sha256, url, fetchedAt, raw: await this.proven(articleId, row) };
  }

  private async proven(articleId: string, { sha256, encoding, size, bytes }: Row): Promise<Uint8Array> {
    try {
      return await unpackBody({ sha256, encoding, size: Number(size), bytes });
    } catch (error) {
      if (!(error instanceof EvidenceDamaged)) throw error;
      this.logger.error(`${articleId}: ${error.message}`);
      throw new UnprocessableEntityException(error.message);
    }
  }
}

function purgedText({ sha256, fetchedAt }: Row, purgedAt: Date): string {
  const [from, until] = [fetchedAt.toISOString(), purgedAt.toISOString()];
  return (
    `原始内容（${from} 收到，sha256 ${sha256}）已按保存期限于 ${until} 清除 · ` +
    `received then, purged on ${until} when its time had passed`
  );
}
