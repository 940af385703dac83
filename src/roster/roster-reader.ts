import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OnDuty, RosterQuery, RosterView } from '../contract/roster.js';
import { databaseNow } from '../database/time.js';
import type { Person } from '../contract/session.js';
import { may, isOfBureau } from '../domain/rights.js';
import { DUTY_DESK, mayTakeTurn } from '../domain/roster/post.js';
import { Settings } from '../settings/settings.js';
import { findPosts } from './post-check.js';
import { gapsAhead } from './roster-gaps.js';
import { readRoster } from './roster-reading.js';
import { onDutyNow, shiftsIn } from './shift-reader.js';
import { rosterDays } from './workday.js';

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;
/** The periodic job whose last run the page names. */
export const DAILY_CHECK = 'daily_check';

/** The roster as the page shows it. */
@Injectable()
export class RosterReader {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async view(person: Person, { from: wanted, days }: RosterQuery): Promise<RosterView> {
    const db = this.db.manager;
    const from = wanted ?? beijingDay(await databaseNow(db));
    const first = new Date(`${from}T00:00:00+08:00`);
    const gaps = await gapsAhead(db);
    return {
      days: rosterDays(from, days),
      shifts: await shiftsIn(db, { from: first, to: new Date(first.getTime() + days * DAY_MS) }),
      now: await onDutyNow(db),
      gaps: gaps.map((gap) => ({ post: gap.post, from: gap.from.toISOString(), to: gap.to.toISOString() })),
      findings: await findPosts(db, this.settings),
      checkedAt: await this.checkedAt(),
      candidates: await this.candidates(person),
    };
  }

  onDuty(): Promise<OnDuty[]> {
    return onDutyNow(this.db.manager);
  }

  private async checkedAt(): Promise<string | null> {
    const [row] = await this.db.query<{ at: Date | null }[]>(
      'select max(ran_at) as at from periodic_run where job = $1',
      [DAILY_CHECK],
    );
    return row?.at?.toISOString() ?? null;
  }

  private async candidates(person: Person): Promise<RosterView['candidates']> {
    if (!may(person.role, 'roster.edit')) return [];
    const { people } = await readRoster(this.db.manager);
    const rows = await this.db.query<{ id: string; name: string }[]>('select id, display_name as name from account');
    const names = new Map(rows.map((row) => [row.id, row.name]));
    const own = isOfBureau(person.role) ? person.bureau : null;
    return people.flatMap((one) => {
      const post = one.bureau ?? DUTY_DESK;
      if (!mayTakeTurn(one, post) || (own !== null && own !== post)) return [];
      return [{ accountId: one.accountId, name: names.get(one.accountId) ?? '', post }];
    });
  }
}

function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_MS).toISOString().slice(0, 10);
}
