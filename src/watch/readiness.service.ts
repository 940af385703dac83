import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HealthCheck, Readiness } from '../contract/health.js';
import { missingMigrations } from '../database/missing-migrations.js';
import { CanaryStanding, type Standing } from './canary/canary-standing.js';
import { breakageDetail, NOT_WATCHED } from './canary/canary-words.js';
import { NOTICE_AGE } from './figures.js';

/** Limits of docs: a sweep every second, so ten missed ones; a due notice is tried within a second or two. */
const SWEEP_LIMIT_S = 10;
const NOTICE_LIMIT_S = 30;
/** An audit is made every minute. */
const AUDIT_LIMIT_S = 300;
const DATABASE_LIMIT_MS = 2_000;

interface Ages {
  sweep: number;
  notice: number;
  audit: number;
  /** Daily anchors of the journal without their file. */
  unkept: number;
  /** Why the oldest of them has none. */
  fault: string | null;
}

/**
 * Whether the deadline engine can be relied on now, by database time, and whether reports come through to it and to the boards.
 * Blind sources are the board's matter, not this one's.
 */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly db: DataSource,
    private readonly canary: CanaryStanding,
  ) {}

  async check(): Promise<Readiness> {
    const checks = await this.ask();
    return { status: checks.every((check) => check.ok) ? 'ready' : 'not_ready', checks };
  }

  private async ask(): Promise<HealthCheck[]> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<HealthCheck[]>((resolve) => {
      timer = setTimeout(() => resolve([databaseDown(`> ${DATABASE_LIMIT_MS} ms`)]), DATABASE_LIMIT_MS);
    });
    try {
      return await Promise.race([limit, this.read()]);
    } catch (error) {
      return [databaseDown(error instanceof Error ? error.message : String(error))];
    } finally {
      clearTimeout(timer);
    }
  }

  /** First whether the tables are those that this version asks: of others nothing can be said. */
  private async read(): Promise<HealthCheck[]> {
    const known = [{ name: 'database', ok: true }, migrationCheck(await missingMigrations(this.db))];
    if (known.some((check) => !check.ok)) return known;
    const [ages] = await this.db.query<Ages[]>(
      `select extract(epoch from app_now() - s.last_at)::float8 as sweep, ${NOTICE_AGE} as notice,
         extract(epoch from app_now() - a.last_at)::float8 as audit,
         (select count(*)::int from journal_anchor where kept_at is null) as unkept,
         (select fault from journal_anchor where kept_at is null order by day limit 1) as fault
       from sweep s, audit a`,
    );
    if (!ages) throw new Error('sweep or audit is empty: the database was not migrated');
    return [...known, ...checksOf(ages), anchorCheck(ages), canaryCheck(await this.canary.read())];
  }
}

function databaseDown(why: string): HealthCheck {
  return { name: 'database', ok: false, detail: `数据库无应答 · the database does not answer: ${why}` };
}

function migrationCheck(missing: string[]): HealthCheck {
  const name = 'migrations';
  if (missing.length === 0) return { name, ok: true };
  const detail = `数据库缺 ${missing.length} 项迁移,请用本版本重启 · the database lacks ${missing.length} migrations, restart with this version: ${missing.join(', ')}`;
  return { name, ok: false, detail };
}

function checksOf({ sweep, notice, audit }: Ages): HealthCheck[] {
  return [
    limit('sweep', sweep, SWEEP_LIMIT_S, (age) => `上次时限巡检在 ${age} 秒前 · the last sweep was ${age} s ago`),
    limit('notices', notice, NOTICE_LIMIT_S, (age) => `有通知逾 ${age} 秒未发 · a notice has waited ${age} s`),
    limit('audit', audit, AUDIT_LIMIT_S, (age) => `上次系统核查在 ${age} 秒前 · the last audit was ${age} s ago`),
  ];
}

/** Deadlines do not depend on it: said, never red. */
function anchorCheck({ unkept, fault }: Ages): HealthCheck {
  const name = 'anchors';
  if (unkept === 0) return { name, ok: true };
  const why = fault ?? '尚未写入 · not written yet';
  return { name, ok: true, detail: `${unkept} 份每日存证没有文件 · ${unkept} daily anchors have no file: ${why}` };
}

function canaryCheck({ broken, boardWatched }: Standing): HealthCheck {
  if (broken) return { name: 'canary', ok: false, detail: breakageDetail(broken) };
  return { name: 'canary', ok: true, ...(boardWatched ? {} : { detail: NOT_WATCHED }) };
}

function limit(name: string, age: number, most: number, say: (age: number) => string): HealthCheck {
  return age <= most ? { name, ok: true } : { name, ok: false, detail: say(Math.round(age)) };
}
