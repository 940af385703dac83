import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts as an administrator keeps them, the lock-out of sign-ins, and matters that only the named may see (限知).
 * `session_epoch`: sessions of an earlier epoch have ended, even one that was just being begun when they were revoked.
 */
export class PeopleKept1763900000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account
        add column position text not null default '',
        add column version int not null default 1,
        add column session_epoch int not null default 0,
        add column last_sign_in_at timestamptz;
      update account a set last_sign_in_at =
        (select max(j.at) from journal j where j.kind = 'person.signed_in' and j.actor = a.id::text);
      create index web_session_of_account on web_session ((sess ->> 'accountId'));

      create table sign_in_address (
        account_id uuid not null references account on delete cascade,
        address text not null,
        last_at timestamptz not null,
        primary key (account_id, address)
      );
      create table sign_in_try (
        subject text not null,
        zone text not null,
        failures int not null,
        locks int not null default 0,
        last_at timestamptz not null,
        locked_until timestamptz,
        primary key (subject, zone)
      );
      create index sign_in_try_by_age on sign_in_try (last_at);
      insert into office_secret values ('sign_in_names', gen_random_uuid()::text || gen_random_uuid()::text);

      alter table incident add column restricted_to uuid[] check (cardinality(restricted_to) > 0);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident drop column restricted_to;
      delete from office_secret where name = 'sign_in_names';
      drop table sign_in_try, sign_in_address;
      drop index web_session_of_account;
      alter table account drop column position, drop column version, drop column session_epoch,
        drop column last_sign_in_at;
    `);
  }
}
