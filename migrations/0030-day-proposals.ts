import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day that a report names is proposed beside its midnight: it is no instant, and does not stand in the way of one. */
export class DayProposals1763900000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table start_proposal
        drop constraint start_proposal_precision_check,
        add constraint start_proposal_precision_check check (precision in ('minute', 'hour', 'day')),
        drop constraint start_proposal_pkey;
      create unique index start_proposal_once on start_proposal
        (incident_id, basis, at, (precision is not distinct from 'day'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from start_proposal where precision = 'day';
      drop index start_proposal_once;
      alter table start_proposal
        add primary key (incident_id, basis, at),
        drop constraint start_proposal_precision_check,
        add constraint start_proposal_precision_check check (precision in ('minute', 'hour'));
    `);
  }
}
