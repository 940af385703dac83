import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CARRIED } from '../campaigns/touched.js';
import { append } from '../journal/append.js';
import { whoStands } from '../roster/who-stands.js';
import { isAccountId } from '../roster/address-book.js';
import { farWays, type Reachable } from '../roster/way.js';
import { Settings } from '../settings/settings.js';
import { type FailedNotice, failureText, type ReportedCase } from './failure-text.js';
import { openingWays } from './opening-ways.js';

/** Failures of one case that come within this time are told together. Seconds of database time. */
const BUNDLE_S = 15;

interface FailedCase extends ReportedCase {
  lead: string;
  co: string[];
  restrictedTo: string[] | null;
  campaigns: string[];
  failures: FailedNotice[];
}

/** The press office's desk hears of every notice that did not arrive: once, and bundled by case. */
@Injectable()
export class FailureReports {
  private readonly logger = new Logger(FailureReports.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** A case that fails is logged and tried again; the others do not wait for it. @returns cases found */
  async tellOwner(): Promise<number> {
    const cases = await this.db.query<{ id: string }[]>(
      // What is about no case has no page to lead to: it is never met here.
      `select distinct i.id from delivery_failure f join notice n on n.id = f.notice_id join incident i on i.id = n.incident_id
       where f.report_id is null and f.at <= app_now() - $1 * interval '1 second'`,
      [BUNDLE_S],
    );
    for (const { id } of cases) {
      try {
        await this.db.transaction((tx) => this.report(tx, id));
      } catch (error) {
        this.logger.error(
          `未送达情况未能报告,一秒内重试 · failures not reported, again in a second: ${id}: ${String(error)}`,
        );
      }
    }
    return cases.length;
  }

  /** One commit: whatever process comes second finds nothing left to report. While nobody stands at the desk, it stays to be told. */
  private async report(tx: EntityManager, incidentId: string): Promise<void> {
    const failed = await caseOf(tx, incidentId, await takeFailures(tx, incidentId));
    if (failed.failures.length === 0) return;
    const who = await whoStands(tx, this.settings, 'duty', failed);
    if (who.some(isHeard)) await tell(tx, failed, who);
    else await keepUntold(tx, failed);
  }
}

/** The board of the desk's mailbox alone is nobody: there somebody has to look. */
const isHeard = ({ recipient, ways }: Reachable): boolean => isAccountId(recipient) || farWays(ways).length > 0;

async function tell(tx: EntityManager, failed: FailedCase, who: readonly Reachable[]): Promise<void> {
  const incidentId = failed.id;
  const [report] = await tx.query<{ id: string }[]>(
    'insert into delivery_report (incident_id) values ($1) returning id',
    [incidentId],
  );
  await tx.query('update delivery_failure set report_id = $1 where notice_id = any($2::uuid[])', [
    report?.id,
    failed.failures.map(({ id }) => id),
  ]);
  for (const one of who) {
    const channels = openingWays(one).map((way) => way.channel);
    await tx.query(
      `insert into notice (report_id, incident_id, recipient_id, channel, state, payload, next_at, sent_at)
       select $1, $2, $3, channel, case channel when 'board' then 'sent' else 'pending' end, $5, app_now(),
         case channel when 'board' then app_now() end
       from unnest($4::text[]) channel on conflict do nothing`,
      [report?.id, incidentId, one.recipient, channels, JSON.stringify(failureText(one.recipient, failed))],
    );
  }
  await tx.query('notify notices');
  const data = { reportId: report?.id, failures: failed.failures.length, told: who.map((one) => one.recipient) };
  await append(tx, [{ kind: 'notice.owner_told', incidentId, actor: 'system:notices', data }]);
}

/** Journalled once for each failure, however often it is looked at before somebody stands. */
async function keepUntold(tx: EntityManager, { id: incidentId, failures }: FailedCase): Promise<void> {
  const [rows] = await tx.query<[unknown[], number]>(
    `update delivery_failure set nobody_at = app_now() where notice_id = any($1::uuid[]) and nobody_at is null returning 1`,
    [failures.map(({ id }) => id)],
  );
  if (rows.length === 0) return;
  const data = { told: [], failures: rows.length };
  await append(tx, [{ kind: 'duty.nobody', incidentId, actor: 'system:notices', data }]);
}

function takeFailures(tx: EntityManager, incidentId: string): Promise<FailedNotice[]> {
  return tx.query<FailedNotice[]>(
    `select n.id, n.channel, f.at from delivery_failure f join notice n on n.id = f.notice_id
     where f.report_id is null and n.incident_id = $1 order by f.at for update of f skip locked`,
    [incidentId],
  );
}

async function caseOf(tx: EntityManager, incidentId: string, failures: FailedNotice[]): Promise<FailedCase> {
  const [row] = await tx.query<[Omit<FailedCase, 'failures'>]>(
    `select id, number, title, level, lead, co, restricted_to as "restrictedTo", app_now() as "dueAt",
       ${CARRIED} as campaigns
     from incident i where id = $1`,
    [incidentId],
  );
  return { ...row, failures };
}
