import type { DataSource } from 'typeorm';
import type { FarChannel } from '../../src/channels/channels.js';

export interface WantedNotice {
  recipient?: string;
  channel?: FarChannel;
}

/** One case with a running statement clock and an alert on it; notices are added to the alert. */
export async function insertAlert(db: DataSource): Promise<{ incidentId: string; clockId: string; alertId: string }> {
  const [row] = await db.query<{ incidentId: string; clockId: string; alertId: string }[]>(`
    with the_case as (
      insert into incident (number, title, status, level, facts, lead, detected_at, clock_start_at, clock_basis,
        rule_version, opened_at)
      values ('T-' || nextval('incident_number'), '某影院起火', 'confirmed', 'II', '{}', 'SECURITY', app_now(), app_now(),
        'detected', 'test', app_now()) returning id
    ), clock as (
      insert into incident_clock (incident_id, kind, rule_version, start_at, start_basis, opened_at, due_at, citation)
      select id, 'statement_5h', 'test', app_now(), 'detected', app_now(), app_now() + interval '5 hours', 'test'
      from the_case returning id, incident_id
    )
    insert into deadline_alert (clock_id, key, version, due_at, detected_at, late_ms)
    select id, 'half', 1, app_now(), app_now(), 0 from clock
    returning id as "alertId", clock_id as "clockId", (select incident_id from clock) as "incidentId"`);
  if (!row) throw new Error('no alert was inserted');
  return row;
}

/** A notice that is due now. @returns its id */
export async function insertNotice(
  db: DataSource,
  { incidentId, alertId }: { incidentId: string; alertId: string },
  { recipient = 'SECURITY', channel = 'webhook' }: WantedNotice = {},
): Promise<string> {
  const text = {
    recipient,
    incidentId,
    number: 'T-1',
    title: '某影院起火',
    level: 'II',
    clockKind: 'statement_5h',
    dueAt: '2026-11-22T11:05:00.000Z',
    thresholds: [],
    subject: { zh: '【重大】剩 2:30', en: '[Level II] 2:30 left' },
    lines: { zh: ['某影院起火'], en: ['Fire in a cinema'] },
  };
  const [row] = await db.query<{ id: string }[]>(
    `insert into notice (alert_id, incident_id, recipient_id, channel, state, payload, next_at)
     values ($1, $2, $3, $4, 'pending', $5, app_now()) returning id`,
    [alertId, incidentId, recipient, channel, JSON.stringify(text)],
  );
  if (!row) throw new Error('no notice was inserted');
  return row.id;
}
