import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ManualReport } from '../contract/source.js';
import type { Person } from '../contract/session.js';
import { append } from '../journal/append.js';

/** The built-in source of what people report by hand. The press office's own word counts as much as a core source. */
export const MANUAL_SOURCE = 'manual';

const ENSURE_SOURCE = `
  insert into source (id, name, url, tier, family, origin, enabled)
  values ($1, '人工报告 · reported by hand', '', 'core', 'manual', 'built_in', false) on conflict (id) do nothing`;

/** Reports by hand (a call, a letter): they become articles and go through the same judging. */
@Injectable()
export class ManualReports {
  constructor(private readonly db: DataSource) {}

  /** Stores the report as an article. The same report again gives the same article. @returns the article's id */
  async receive(report: ManualReport, by: Person): Promise<string> {
    return this.db.transaction(async (tx) => {
      await tx.query(ENSURE_SOURCE, [MANUAL_SOURCE]);
      const { title, text, source } = report;
      const key = keyOf(report);
      const [added] = await tx.query<{ id: string }[]>(
        `insert into article (source_id, item_key, title, text, published_note, reported_source, stated_occurred_at, stated_notified_at)
         values ($1, $2, $3, $4, 'absent', $5, $6, $7) on conflict (source_id, item_key) do nothing returning id`,
        [MANUAL_SOURCE, key, title, text, source, report.occurredAt ?? null, report.notifiedAt ?? null],
      );
      if (!added)
        return existing(
          await tx.query('select id from article where source_id = $1 and item_key = $2', [MANUAL_SOURCE, key]),
        );
      await tx.query('notify articles');
      await append(tx, [
        { kind: 'report.received', incidentId: null, actor: by.id, data: { articleId: added.id, title } },
      ]);
      return added.id;
    });
  }
}

function keyOf({ title, text, source, occurredAt, notifiedAt }: ManualReport): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text, source, occurredAt, notifiedAt]))
    .digest('hex');
}

function existing(rows: { id: string }[]): string {
  const [row] = rows;
  if (!row) throw new Error('the report conflicts with an article that cannot be found');
  return row.id;
}
