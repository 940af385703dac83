import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Without these, purging a body would search all articles for it, and keeping one all bodies for the source's last. */
export class EvidenceIndexes1763800000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index article_by_body on article (body_id) where body_id is not null;
      create index response_body_by_source on response_body (source_id, fetched_at desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index article_by_body, response_body_by_source');
  }
}
