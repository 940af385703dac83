import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far each notice has come, which never goes back; the next way of whoever could not be reached; the desk hearing of
 * it; how much each robot has been told of late; notices held over quiet hours.
 */
export class Receipts1763900000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delivery_report (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        created_at timestamptz not null default app_now()
      );

      alter table notice drop constraint notice_state_check;
      alter table notice
        add constraint notice_state check
          (state in ('pending', 'held', 'sent', 'delivered', 'seen', 'acknowledged', 'failed', 'closed')),
        alter column alert_id drop not null,
        add column report_id uuid references delivery_report,
        add column reference text,
        add constraint notice_about_one check (num_nonnulls(alert_id, report_id) = 1),
        add constraint notice_of_report unique (report_id, recipient_id, channel);
      drop index notice_due;
      create index notice_due on notice (next_at) where state in ('pending', 'held');
      create index notice_held on notice (incident_id) where state = 'held';
      create index notice_of_incident on notice (incident_id);
      create index notice_by_reference on notice (channel, reference) where reference is not null;

      create function notice_rank(state text) returns int language sql immutable as $$
        select case state when 'pending' then 0 when 'held' then 0 when 'failed' then 1 when 'closed' then 1
          when 'sent' then 2 when 'delivered' then 3 when 'seen' then 4 else 5 end
      $$;
      create function notice_forward() returns trigger language plpgsql as $$
      begin
        -- What a gateway had taken it may still fail to bring; nothing else goes back.
        if notice_rank(new.state) < notice_rank(old.state) and not (old.state = 'sent' and new.state = 'failed') then
          raise exception 'a receipt never goes back: % to %', old.state, new.state;
        end if;
        return new;
      end $$;
      create trigger notice_forward before update of state on notice
        for each row when (old.state is distinct from new.state) execute function notice_forward();

      create table notice_receipt (
        id bigint generated always as identity primary key,
        notice_id uuid not null references notice,
        state text not null check (state in ('sent', 'delivered', 'seen', 'acknowledged', 'failed')),
        account_id uuid references account,
        at timestamptz not null default app_now(),
        unique nulls not distinct (notice_id, state, account_id)
      );
      revoke update, delete on notice_receipt from huiying_app;

      create table delivery_failure (
        notice_id uuid primary key references notice,
        at timestamptz not null default app_now(),
        report_id uuid references delivery_report
      );
      create index delivery_failure_untold on delivery_failure (at) where report_id is null;

      create table robot_pace (
        robot text primary key,
        taken timestamptz[] not null default '{}',
        paused_until timestamptz
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table robot_pace, delivery_failure, notice_receipt;
      drop trigger notice_forward on notice;
      drop function notice_forward, notice_rank;
      drop index notice_by_reference, notice_of_incident, notice_held, notice_due;
      delete from delivery_attempt a using notice n where n.id = a.notice_id and n.report_id is not null;
      delete from notice where report_id is not null;
      alter table notice drop constraint notice_state, drop constraint notice_about_one,
        drop column report_id, drop column reference,
        alter column alert_id set not null;
      update notice set state = case when state = 'held' then 'pending' when state in ('delivered', 'seen', 'acknowledged') then 'sent' else state end;
      alter table notice add constraint notice_state_check check (state in ('pending', 'sent', 'failed', 'closed'));
      create index notice_due on notice (next_at) where state = 'pending';
      drop table delivery_report;
    `);
  }
}
