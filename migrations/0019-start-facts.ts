import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The facts a clock's start rests on may be corrected; its limit never. What a correction replaced stays with its verdict, what the
 * machine only proposes waits for a person, and what needs two persons waits for the second.
 */
export class StartFacts1763900000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident add column occurred_by text, add column published_by text;

      create table start_proposal (
        incident_id uuid not null references incident on delete cascade,
        basis text not null check (basis in ('occurred', 'first_published')),
        at timestamptz not null,
        precision text check (precision in ('minute', 'hour')),
        article_id uuid references article on delete set null,
        found_at timestamptz not null default app_now(),
        settled_by text,
        settled_at timestamptz,
        primary key (incident_id, basis, at),
        check ((settled_by is null) = (settled_at is null))
      );

      create table clock_start_before (
        clock_id uuid not null references incident_clock on delete cascade,
        version int not null,
        start_at timestamptz not null,
        start_basis text not null,
        due_at timestamptz not null,
        verdict text not null,
        replaced_at timestamptz not null,
        replaced_by text not null,
        primary key (clock_id, version)
      );

      create table second_person_request (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        incident_id uuid not null references incident on delete cascade,
        payload jsonb not null,
        reason text not null,
        expected_version int not null,
        asked_by text not null,
        asked_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
        decision_reason text,
        check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        check (outcome is distinct from 'confirmed' or decided_by <> asked_by)
      );
      create unique index second_person_waiting on second_person_request (incident_id, kind) where outcome is null;

      create function clock_limit_stands() returns trigger language plpgsql as $$
      begin
        if new.due_at - new.start_at is distinct from old.due_at - old.start_at then
          raise exception 'due_at follows from start_at and is never edited: correct the fact it starts from';
        end if;
        return new;
      end $$;
      create trigger clock_limit_stands before update of due_at, start_at on incident_clock
        for each row execute function clock_limit_stands();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger clock_limit_stands on incident_clock;
      drop function clock_limit_stands;
      drop table second_person_request, clock_start_before, start_proposal;
      alter table incident drop column occurred_by, drop column published_by;
    `);
  }
}
