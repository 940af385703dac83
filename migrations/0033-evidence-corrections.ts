import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was recorded of a publication is never edited: a correction is a row that names what it replaces, and a withdrawal one that
 * replaces it by nothing. The verdict it had led to stays beside the new one.
 */
export class EvidenceCorrections1763900000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table evidence add column standing boolean not null default true, add column known_since timestamptz;
      drop index evidence_once;
      create unique index evidence_once on evidence
        (incident_id, form, coalesce(channel, ''), coalesce(url, ''), coalesce(place, ''), at) where standing;

      create table evidence_correction (
        evidence_id uuid primary key references evidence,
        replaced_by uuid references evidence,
        reason text not null,
        corrected_at timestamptz not null,
        corrected_by text not null
      );
      revoke update, delete on evidence_correction from huiying_app;

      alter table clock_start_before add column met_at timestamptz;
      alter table incident_clock add column annulled_at timestamptz,
        add constraint annulled_is_ended check (annulled_at is null or waived_at is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident_clock drop constraint annulled_is_ended, drop column annulled_at;
      alter table clock_start_before drop column met_at;
      drop table evidence_correction;
      drop index evidence_once;
      delete from evidence where not standing;
      alter table evidence drop column standing, drop column known_since;
      create unique index evidence_once on evidence
        (incident_id, form, coalesce(channel, ''), coalesce(url, ''), coalesce(place, ''), at);
    `);
  }
}
