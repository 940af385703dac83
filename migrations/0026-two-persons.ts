import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * More moves wait for a second person, several of a kind on one case where they concern different things; what no longer makes sense is
 * closed. Evidence that was recorded after the limit, with a publication before it, answers once a second person has confirmed it.
 */
export class TwoPersons1763900000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table second_person_request
        add column subject text not null default '',
        drop constraint second_person_request_outcome_check,
        add constraint second_person_request_outcome_check
          check (outcome in ('confirmed', 'refused', 'withdrawn', 'moot'));
      drop index second_person_waiting;
      create unique index second_person_waiting on second_person_request (incident_id, kind, subject)
        where outcome is null;

      alter table evidence add column confirmed_by text, add column confirmed_at timestamptz,
        add check ((confirmed_by is null) = (confirmed_at is null));
      alter table incident_clock add column waived_at_level text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident_clock drop column waived_at_level;
      alter table evidence drop column confirmed_by, drop column confirmed_at;
      drop index second_person_waiting;
      delete from second_person_request where outcome = 'moot' or subject <> '';
      alter table second_person_request drop column subject,
        drop constraint second_person_request_outcome_check,
        add constraint second_person_request_outcome_check check (outcome in ('confirmed', 'refused', 'withdrawn'));
      create unique index second_person_waiting on second_person_request (incident_id, kind) where outcome is null;
    `);
  }
}
