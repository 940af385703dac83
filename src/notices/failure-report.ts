import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { append } from '../journal/append.js';
import { whoStands } from '../roster/who-stands.js';
import { Settings } from '../settings/settings.js';
import type { NoticeText } from './notice-text.js';
import { levelZh } from './notice-text.js';
import { openingWays } from './opening-ways.js';

/** Failures of one case that come within this time are told together. Seconds of database time. */
const BUNDLE_S = 15;

interface FailedCase {
  id: string;
  number: string;
  title: string;
  level: string | null;
  lead: string;
  co: string[];
  restrictedTo: string[] | null;
  dueAt: Date;
  notices: string[];
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
      `select distinct n.incident_id as id from delivery_failure f join notice n on n.id = f.notice_id
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

  /** One commit: whatever process comes second finds nothing left to report. */
  private async report(tx: EntityManager, incidentId: string): Promise<void> {
    const notices = await takeFailures(tx, incidentId);
    const failed = notices.length > 0 ? await caseOf(tx, incidentId, notices) : undefined;
    if (!failed) return;
    const [report] = await tx.query<{ id: string }[]>(
      'insert into delivery_report (incident_id) values ($1) returning id',
      [incidentId],
    );
    await tx.query('update delivery_failure set report_id = $1 where notice_id = any($2::uuid[])', [
      report?.id,
      notices,
    ]);
    const who = await whoStands(tx, this.settings, 'duty', failed);
    for (const one of who) {
      const channels = openingWays(one).map((way) => way.channel);
      await tx.query(
        `insert into notice (report_id, incident_id, recipient_id, channel, state, payload, next_at, sent_at)
         select $1, $2, $3, channel, case channel when 'board' then 'sent' else 'pending' end, $5, app_now(),
           case channel when 'board' then app_now() end
         from unnest($4::text[]) channel on conflict do nothing`,
        [report?.id, incidentId, one.recipient, channels, JSON.stringify(reportText(one.recipient, failed))],
      );
    }
    await tx.query('notify notices');
    const data = { reportId: report?.id, failures: notices.length, told: who.map((one) => one.recipient) };
    await append(tx, [{ kind: 'notice.owner_told', incidentId, actor: 'system:notices', data }]);
  }
}

async function takeFailures(tx: EntityManager, incidentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select f.notice_id as id from delivery_failure f join notice n on n.id = f.notice_id
     where f.report_id is null and n.incident_id = $1 order by f.at for update of f skip locked`,
    [incidentId],
  );
  return rows.map((row) => row.id);
}

async function caseOf(tx: EntityManager, incidentId: string, notices: string[]): Promise<FailedCase | undefined> {
  const [row] = await tx.query<Omit<FailedCase, 'notices'>[]>(
    `select id, number, title, level, lead, co, restricted_to as "restrictedTo", app_now() as "dueAt"
     from incident where id = $1`,
    [incidentId],
  );
  return row ? { ...row, notices } : undefined;
}

/** Names nobody: who was not reached stands with the case, for those who may see it. */
function reportText(recipient: string, { id, number, title, level, dueAt, notices }: FailedCase): NoticeText {
  const count = notices.length;
  return {
    recipient,
    incidentId: id,
    number,
    title,
    level,
    clockKind: 'delivery',
    dueAt: dueAt.toISOString(),
    thresholds: [],
    subject: {
      zh: `【${levelZh({ level })}】${count} 条通知未送达:${number}`,
      en: `[Level ${level ?? '-'}] ${count} notices not delivered: ${number}`,
    },
    lines: {
      zh: [`事件 ${number} ${title}`, `${count} 条通知未能送达,已改用下一方式或继续重试;详见事件页"送达情况"`],
      en: [
        `Incident ${number} ${title}`,
        `${count} notices did not arrive; the next way is tried. See the case's page`,
      ],
    },
  };
}
