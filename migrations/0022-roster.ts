import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands on a post, how each person is reached, how a duty is handed over, and what was done for which period. Nobody
 * stands twice on one post at one time: the account's row is locked while that is checked, as uuids have no place in an
 * exclusion constraint without an extension.
 */
export class Roster1763900000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contact_way (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account,
        channel text not null check (channel <> 'board'),
        address text not null,
        rank int not null default 1 check (rank between 1 and 99),
        proven_at timestamptz,
        disabled_at timestamptz,
        created_at timestamptz not null default app_now(),
        proof_hash text,
        proof_sent_at timestamptz,
        unique (account_id, channel, address)
      );

      create table hand_over (
        id uuid primary key default gen_random_uuid(),
        post text not null,
        from_account uuid not null references account,
        to_account uuid not null references account,
        note text not null,
        snapshot jsonb not null,
        created_at timestamptz not null default app_now(),
        accepted_at timestamptz,
        check (from_account <> to_account)
      );
      create index hand_over_created on hand_over (created_at);

      create table duty_shift (
        id uuid primary key default gen_random_uuid(),
        post text not null,
        seat text not null check (seat in ('main', 'deputy')),
        account_id uuid not null references account,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        relieved_at timestamptz,
        hand_over_id uuid references hand_over,
        cancelled_at timestamptz,
        cancelled_by text,
        cancel_reason text,
        created_by text not null,
        created_at timestamptz not null default app_now(),
        check (ends_at > starts_at),
        check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
      );
      create index duty_shift_time on duty_shift (ends_at, starts_at) where cancelled_at is null;

      create function duty_shift_alone() returns trigger language plpgsql as $$
      begin
        perform 1 from account where id = new.account_id for no key update;
        if exists (
          select 1 from duty_shift o where o.account_id = new.account_id and o.post = new.post and o.id <> new.id
            and o.cancelled_at is null and o.starts_at < coalesce(new.relieved_at, new.ends_at)
            and coalesce(o.relieved_at, o.ends_at) > new.starts_at
        ) then
          raise exception using errcode = 'exclusion_violation', constraint = 'duty_shift_alone',
            message = 'this person stands on this post at that time already';
        end if;
        return new;
      end $$;
      create trigger duty_shift_alone before insert or update of account_id, post, starts_at, ends_at on duty_shift
        for each row when (new.cancelled_at is null) execute function duty_shift_alone();

      create table periodic_run (
        job text not null,
        period text not null,
        ran_at timestamptz not null default app_now(),
        result jsonb not null,
        primary key (job, period)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table periodic_run, duty_shift, hand_over, contact_way;
      drop function duty_shift_alone;
    `);
  }
}
