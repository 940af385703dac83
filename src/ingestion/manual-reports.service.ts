import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ManualReport } from '../contract/source.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { append } from '../journal/append.js';
import { keepEvidence } from './evidence/keep-evidence.js';
import { packBody } from './evidence/packed-body.js';

/** The built-in source of what people report by hand. The press office's own word counts as much as a core source. */
export const MANUAL_SOURCE = 'manual';

const ENSURE_SOURCE = `
  insert into source (id, name, url, tier, family, origin, enabled)
  values ($1, '人工报告 · reported by hand', '', 'core', 'manual', 'built_in', false) on conflict (id) do nothing`;

/** Reports by hand (a call, a letter): they become articles and go through the same judging. */
@Injectable()
export class ManualReports {
  constructor(private readonly db: DataSource) {}

  /** Stores the report as an article, with the report itself as its evidence. The same report again gives the same article. @returns the article's id */
  async receive(report: ManualReport, by: Person): Promise<string> {
    const body = await packBody(Buffer.from(JSON.stringify(report)));
    return this.db.transaction(async (tx) => {
      await tx.query(ENSURE_SOURCE, [MANUAL_SOURCE]);
      const added = await insert(tx, report);
      if (!added) return storedAs(tx, report);
      const headers = { 'content-type': 'application/json' };
      const fetchedAt = await databaseNow(tx);
      const capture = { sourceId: MANUAL_SOURCE, url: null, status: null, headers, fetchedAt, body };
      await tx.query('update article set body_id = $2 where id = $1', [added, await keepEvidence(tx, capture)]);
      await tx.query('notify articles');
      const data = { articleId: added, title: report.title };
      await append(tx, [{ kind: 'report.received', incidentId: null, actor: by.id, data }]);
      return added;
    });
  }
}

/** @returns the id of the new article; null when the report is there already */
async function insert(tx: EntityManager, report: ManualReport): Promise<string | null> {
  const { title, text, source, occurredAt, notifiedAt } = report;
  const [added] = await tx.query<{ id: string }[]>(
    `insert into article (source_id, item_key, title, text, published_note, reported_source, stated_occurred_at, stated_notified_at)
     values ($1, $2, $3, $4, 'absent', $5, $6, $7) on conflict (source_id, item_key) do nothing returning id`,
    [MANUAL_SOURCE, keyOf(report), title, text, source, occurredAt ?? null, notifiedAt ?? null],
  );
  return added?.id ?? null;
}

async function storedAs(tx: EntityManager, report: ManualReport): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>('select id from article where source_id = $1 and item_key = $2', [
    MANUAL_SOURCE,
    keyOf(report),
  ]);
  if (!row) throw new Error('the report conflicts with an article that cannot be found');
  return row.id;
}

function keyOf({ title, text, source, occurredAt, notifiedAt }: ManualReport): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text, source, occurredAt, notifiedAt]))
    .digest('hex');
}
