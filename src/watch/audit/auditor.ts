import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseOptions } from '../../database/database.module.js';
import { Settings } from '../../settings/settings.js';
import { Operators } from '../operators/operators.js';
import { AUDIT_CHECKS } from './audit-checks.js';
import { claimAudit, claimUntold, noteTold, recordFindings } from './audit-findings.js';
import { auditWords } from './audit-words.js';
import type { Finding } from './finding.js';
import { type JournalMarks, watchJournal } from './journal-watch.js';

/**
 * Looks for what the engine must never leave behind, by a connection that nothing else uses: a sweeper that holds all of its own
 * cannot keep the auditor from saying so.
 */
@Injectable()
export class Auditor implements OnModuleDestroy {
  private readonly own: DataSource;

  constructor(
    settings: Settings,
    private readonly operators: Operators,
  ) {
    this.own = new DataSource(databaseOptions(settings.databaseUrl, 1));
  }

  async onModuleDestroy(): Promise<void> {
    if (this.own.isInitialized) await this.own.destroy();
  }

  /**
   * Audits when nobody has within the last minute, tells the operators what they have not heard of, and remembers who they are.
   * @returns what stands, or null when it was another's turn
   * @throws when the database does not answer
   */
  async beat(): Promise<Finding[] | null> {
    if (!this.own.isInitialized) await this.own.initialize();
    const found = (await claimAudit(this.own.manager)) ? await this.audit() : null;
    await this.tell();
    await this.operators.lookUp();
    return found;
  }

  /** Looked at in one snapshot that locks nothing; written afterwards. */
  private async audit(): Promise<Finding[]> {
    const { findings, marks } = await this.own.transaction('REPEATABLE READ', lookThrough);
    await this.own.transaction((tx) => recordFindings(tx, findings, marks));
    return findings;
  }

  /** After the commit, until somebody was reached: each finding is told once. */
  private async tell(): Promise<void> {
    const untold = await claimUntold(this.own.manager);
    const last = untold.at(-1);
    if (!last || !(await this.operators.tell(auditWords(untold), `audit:${last.id}`))) return;
    await noteTold(this.own.manager, untold);
  }
}

/** All that is found now. @param tx of one snapshot */
export async function lookThrough(tx: EntityManager): Promise<{ findings: Finding[]; marks: JournalMarks }> {
  const findings: Finding[] = [];
  for (const { rule, sql } of AUDIT_CHECKS) {
    const rows = await tx.query<Omit<Finding, 'rule'>[]>(sql);
    findings.push(...rows.map((row) => ({ rule, ...row })));
  }
  const journal = await watchJournal(tx);
  return { findings: [...findings, ...journal.findings], marks: journal.marks };
}
