import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a story has waited for a person in the triage lane, and whether it was told that it waits too long. */
export class TriageAge1763900000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table story add column triage_since timestamptz, add column triage_told_at timestamptz;
      update story set triage_since = app_now() where lane = 'triage';
      create index story_untold on story (triage_since) where lane = 'triage' and triage_told_at is null;

      create function story_waits() returns trigger language plpgsql as $$
      begin
        new.triage_since := case when new.lane = 'triage' then app_now() end;
        new.triage_told_at := null;
        return new;
      end $$;
      create trigger story_waits before insert on story
        for each row when (new.lane = 'triage') execute function story_waits();
      create trigger story_waits_anew before update of lane on story
        for each row when (old.lane is distinct from new.lane) execute function story_waits();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger story_waits_anew on story;
      drop trigger story_waits on story;
      drop function story_waits;
      alter table story drop column triage_told_at, drop column triage_since;
    `);
  }
}
