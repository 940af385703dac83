import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stories (articles on one happening), incidents (the case), their evidence, clocks and thresholds. */
export class Incidents1763800000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table story (
        id uuid primary key default gen_random_uuid(),
        title text not null,
        signature jsonb not null,
        keys text[] not null,
        lane text check (lane in ('national', 'triage')),
        level text,
        basis text,
        verdict jsonb not null,
        first_published_at timestamptz,
        detected_at timestamptz not null,
        last_joined_at timestamptz not null,
        article_count int not null default 0,
        incident_id uuid,
        channel text not null default 'live' check (channel in ('live', 'canary', 'drill'))
      );
      create index story_by_key on story using gin (keys);
      create index story_by_lane on story (lane, detected_at desc) where lane is not null;
      alter table article add foreign key (story_id) references story;

      create sequence incident_number;
      create table incident (
        id uuid primary key default gen_random_uuid(),
        number text not null unique,
        version int not null default 1,
        channel text not null default 'live' check (channel in ('live', 'canary', 'drill')),
        title text not null,
        summary text not null default '',
        status text not null check (status in ('provisional', 'confirmed', 'dismissed')),
        level text check (level in ('I', 'II', 'III', 'IV')),
        basis text,
        basis_verified boolean not null default false,
        level_reason jsonb not null default '{}',
        facts jsonb not null,
        focus text[] not null default '{}',
        places text[] not null default '{}',
        lead text not null,
        co text[] not null default '{}',
        occurred_at timestamptz,
        occurred_precision text,
        first_published_at timestamptz,
        detected_at timestamptz not null,
        notified_at timestamptz,
        clock_start_at timestamptz not null,
        clock_basis text not null,
        rule_version text not null,
        opened_at timestamptz not null,
        confirmed_at timestamptz,
        acknowledged_at timestamptz,
        acknowledged_by text,
        dismissed_at timestamptz,
        dismissed_reason text
      );
      create index incident_by_opening on incident (opened_at desc, id);
      alter table story add foreign key (incident_id) references incident;

      create table evidence (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        form text not null check (form in ('statement', 'press_conference')),
        channel text,
        url text,
        title text,
        place text,
        at timestamptz not null,
        official boolean not null,
        recorded_at timestamptz not null default app_now(),
        recorded_by text not null
      );
      create unique index evidence_once on evidence (incident_id, form, coalesce(channel, ''), coalesce(url, ''), coalesce(place, ''), at);

      create table incident_clock (
        id uuid primary key default gen_random_uuid(),
        incident_id uuid not null references incident,
        kind text not null check (kind in ('statement_5h', 'press_conference_24h', 'other_48h', 'follow_up')),
        cycle_no int not null default 1,
        rule_version text not null,
        version int not null default 1,
        start_at timestamptz not null,
        start_basis text not null,
        opened_at timestamptz not null,
        due_at timestamptz not null,
        met_at timestamptz,
        evidence_id uuid references evidence,
        waived_at timestamptz,
        waived_reason text,
        citation text not null,
        unique (incident_id, kind, cycle_no)
      );

      create table clock_threshold (
        id bigint generated always as identity unique,
        clock_id uuid not null references incident_clock,
        key text not null,
        version int not null,
        fire_at timestamptz not null,
        audience text[] not null default '{press_office}',
        placed_at timestamptz not null default app_now(),
        fired_at timestamptz,
        outcome text check (outcome in ('fired', 'superseded', 'closed')),
        retry_at timestamptz,
        failures int not null default 0,
        primary key (clock_id, key, version)
      );
      create index clock_threshold_pending on clock_threshold (fire_at) where outcome is null;

      create table deadline_alert (
        id uuid primary key default gen_random_uuid(),
        clock_id uuid not null references incident_clock,
        key text not null,
        version int not null,
        due_at timestamptz not null,
        detected_at timestamptz not null,
        late_ms bigint not null,
        unique (clock_id, key, version)
      );

      create table notice (
        id uuid primary key default gen_random_uuid(),
        alert_id uuid not null references deadline_alert,
        incident_id uuid not null references incident,
        recipient_id text not null,
        channel text not null,
        state text not null check (state in ('pending', 'sent', 'failed', 'closed')),
        payload jsonb not null,
        attempts int not null default 0,
        next_at timestamptz not null,
        lease_token uuid,
        lease_until timestamptz,
        sent_at timestamptz,
        created_at timestamptz not null default app_now(),
        unique (alert_id, recipient_id, channel)
      );
      create index notice_due on notice (next_at) where state = 'pending';

      create table delivery_attempt (
        id bigint generated always as identity primary key,
        notice_id uuid not null references notice,
        at timestamptz not null default app_now(),
        ok boolean not null,
        detail text not null
      );

      create table sweep (
        one boolean primary key default true check (one),
        last_at timestamptz not null,
        clock_suspect_since timestamptz,
        clock_jump_ms bigint
      );
      insert into sweep values (true, 'epoch', null, null);
      grant usage on sequence incident_number to huiying_app;
      revoke update, delete on delivery_attempt from huiying_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table article drop constraint article_story_id_fkey;
      drop table sweep, delivery_attempt, notice, deadline_alert, clock_threshold, incident_clock, evidence, story, incident;
      drop sequence incident_number;
    `);
  }
}
