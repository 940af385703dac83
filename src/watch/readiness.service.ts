import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HealthCheck, Readiness } from '../contract/health.js';
import { CanaryStanding, type Standing } from './canary/canary-standing.js';
import { breakageDetail, NOT_WATCHED } from './canary/canary-words.js';

/** Limits of docs: a sweep every second, so ten missed ones; a due notice is tried within a second or two. */
const SWEEP_LIMIT_S = 10;
const NOTICE_LIMIT_S = 30;
const DATABASE_LIMIT_MS = 2_000;

interface Ages {
  sweep: string;
  notice: string | null;
  canary: Standing;
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
    const ages = await this.ages();
    const checks = ages instanceof Error ? [databaseDown(ages)] : [{ name: 'database', ok: true }, ...checksOf(ages)];
    return { status: checks.every((check) => check.ok) ? 'ready' : 'not_ready', checks };
  }

  private async ages(): Promise<Ages | Error> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Error>((resolve) => {
      timer = setTimeout(() => resolve(new Error(`> ${DATABASE_LIMIT_MS} ms`)), DATABASE_LIMIT_MS);
    });
    try {
      return await Promise.race([limit, this.readAges()]);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Seconds since the last sweep, and since the oldest waiting notice could have been tried. */
  private async readAges(): Promise<Ages> {
    const [ages] = await this.db.query<Omit<Ages, 'canary'>[]>(
      `select extract(epoch from app_now() - last_at) as sweep,
         (select extract(epoch from app_now() - min(greatest(next_at, lease_until))) from notice where state = 'pending')
           as notice
       from sweep`,
    );
    if (!ages) throw new Error('sweep is empty: the database was not migrated');
    return { ...ages, canary: await this.canary.read() };
  }
}

function databaseDown(error: Error): HealthCheck {
  return { name: 'database', ok: false, detail: `数据库无应答 · the database does not answer: ${error.message}` };
}

function checksOf({ sweep, notice, canary }: Ages): HealthCheck[] {
  return [
    limit(
      'sweep',
      Number(sweep),
      SWEEP_LIMIT_S,
      (age) => `上次时限巡检在 ${age} 秒前 · the last sweep was ${age} s ago`,
    ),
    limit(
      'notices',
      Number(notice ?? 0),
      NOTICE_LIMIT_S,
      (age) => `有通知逾 ${age} 秒未发 · a notice has waited ${age} s`,
    ),
    canaryCheck(canary),
  ];
}

function canaryCheck({ broken, boardWatched }: Standing): HealthCheck {
  if (broken) return { name: 'canary', ok: false, detail: breakageDetail(broken) };
  return { name: 'canary', ok: true, ...(boardWatched ? {} : { detail: NOT_WATCHED }) };
}

function limit(name: string, age: number, most: number, say: (age: number) => string): HealthCheck {
  return age <= most ? { name, ok: true } : { name, ok: false, detail: say(Math.round(age)) };
}
