import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QuietClass } from '../domain/clocks/policy.js';
import { quietUntil } from '../domain/notices/quiet-hours.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import { isOfBureau, type Role } from '../domain/rights.js';
import { LEADERSHIP, OPERATORS } from '../roster/shared-mailbox.js';
import { Settings } from '../settings/settings.js';

interface Asked {
  now: Date;
  level: string | null;
  role: Role | null;
}

/** Which deliveries wait for the morning. What is of level I or II never does. */
@Injectable()
export class Quiet {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** @returns when this notice may go out; null: now */
  async until({ incidentId, recipient }: { incidentId: string | null; recipient: string }): Promise<Date | null> {
    const hours = this.settings.policy.quietHours;
    if (!hours) return null;
    const [asked] = await this.db.query<Asked[]>(
      `select app_now() as now, i.level, (select role from account where id::text = $2) as role
       from incident i where i.id = $1`,
      [incidentId, recipient],
    );
    if (!asked || asked.level === 'I' || asked.level === 'II') return null;
    const whose = classOf(recipient, asked.role);
    const span = whose === null ? undefined : hours[whose];
    return span ? quietUntil(span, asked.now) : null;
  }
}

function classOf(recipient: string, role: Role | null): QuietClass | null {
  if (recipient === OPERATORS) return null;
  if (recipient === LEADERSHIP || role === 'leadership') return 'leadership';
  if (role === null) return recipient === PRESS_OFFICE ? 'press_office' : 'bureau';
  return isOfBureau(role) ? 'bureau' : 'press_office';
}
