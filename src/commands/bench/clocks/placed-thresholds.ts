import type pg from 'pg';

/** Pending thresholds stand this far ahead: none of them falls due while the bench runs. */
const FAR = `interval '30 days'`;
const A_CLOCK = 4;

/** Opens live cases with a running 5 h clock each, as rows; `n` in 0 .. many-1 numbers them. */
const CASES = `
  with opened as (
    insert into incident (number, title, status, level, basis, facts, lead, detected_at, clock_start_at, clock_basis,
      rule_version, opened_at, confirmed_at)
    select 'bench-' || nextval('incident_number'), 'bench', 'confirmed', 'II', 'STATUTORY', '{}', 'FILM', app_now(), app_now(),
      'detected', 'bench', app_now(), app_now()
    from generate_series(1, $1) returning id
  )
  insert into incident_clock (incident_id, kind, rule_version, start_at, start_basis, opened_at, due_at, citation)
  select id, 'statement_5h', 'bench', app_now(), 'detected', app_now(), app_now() + interval '5 hours', 'bench' from opened
  returning id`;

/** So many thresholds that wait, four a clock, spread over a month that lies ahead. */
export async function placePending(db: pg.Client, many: number): Promise<void> {
  const { rows } = await db.query<{ id: string }>(CASES, [Math.ceil(many / A_CLOCK)]);
  await db.query(
    `insert into clock_threshold (clock_id, key, version, fire_at, audience)
     select id, 'k' || key, 1, app_now() + ${FAR} + (key * n) * interval '1 second', '{press_office}'
     from unnest($1::uuid[]) with ordinality as c (id, n), generate_series(1, ${A_CLOCK}) as key`,
    [rows.map((row) => row.id)],
  );
  await db.query('vacuum analyze incident, incident_clock, clock_threshold');
}

/** One threshold at each of these instants, every one on a clock of its own; the sweepers hear of them. */
export async function placeAt(db: pg.Client, instants: Date[]): Promise<void> {
  const { rows } = await db.query<{ id: string }>(CASES, [instants.length]);
  await db.query(
    `insert into clock_threshold (clock_id, key, version, fire_at, audience)
     select id, 'measured', 1, at, '{press_office}' from unnest($1::uuid[], $2::timestamptz[]) as t (id, at)`,
    [rows.map((row) => row.id), instants],
  );
  await db.query('notify thresholds');
}

/** So many that are overdue already, four a clock. */
export async function placeOverdue(db: pg.Client, many: number): Promise<void> {
  const { rows } = await db.query<{ id: string }>(CASES, [Math.ceil(many / A_CLOCK)]);
  await db.query(
    `insert into clock_threshold (clock_id, key, version, fire_at, audience)
     select id, 'k' || key, 1, app_now() - key * interval '1 hour', '{press_office}'
     from unnest($1::uuid[]) as c (id), generate_series(1, ${A_CLOCK}) as key`,
    [rows.map((row) => row.id)],
  );
}
