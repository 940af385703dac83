import type { DataSource } from 'typeorm';
import { lookThrough } from '../../watch/audit/auditor.js';
import type { Violation } from './invariants.js';

/** What the product's own auditor has to say when all has settled. */
export async function auditViolations(db: Pick<DataSource, 'transaction'>): Promise<Violation[]> {
  const { findings } = await db.transaction('REPEATABLE READ', lookThrough);
  if (findings.length === 0) return [];
  return [{ promise: 'audited', zh: '系统核查有发现', en: 'the auditor finds something', rows: findings }];
}
