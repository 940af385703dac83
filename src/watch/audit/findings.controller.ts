import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../../access/allow.js';
import { standingFindings } from '../../board/standing-findings.js';
import type { FindingPage } from '../../contract/audit.js';

@Controller('engine/findings')
export class FindingsController {
  constructor(private readonly db: DataSource) {}

  @Get()
  @Allow('engine.read')
  async read(): Promise<FindingPage> {
    const [audit] = await this.db.query<{ at: Date }[]>('select last_at as at from audit');
    if (!audit) throw new Error('audit is empty: the database was not migrated');
    return { items: await standingFindings(this.db.manager), auditedAt: audit.at.toISOString() };
  }
}
