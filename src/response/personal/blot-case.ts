import type { EntityManager } from 'typeorm';
import { jsonWithoutPersonal } from '../../domain/personal/personal-data.js';

/** What was derived from reports and stands in rows that may change. The journal and the records of the case stay as they were made. */
const DERIVED: readonly { table: string; key: string; columns: readonly string[]; json: readonly string[] }[] = [
  { table: 'incident', key: 'id', columns: ['title', 'summary'], json: ['facts', 'level_reason'] },
  { table: 'evidence', key: 'incident_id', columns: ['title'], json: [] },
  { table: 'second_person_request', key: 'incident_id', columns: [], json: ['payload'] },
  { table: 'notice', key: 'incident_id', columns: [], json: ['payload'] },
];

/** Blots personal data out of the rows of a case. */
export async function blotCase(tx: EntityManager, incidentId: string): Promise<void> {
  for (const { table, key, ...what } of DERIVED) await blotRows(tx, table, `${key} = $1`, incidentId, what);
}

/** The stories of these articles were told by them. */
export async function blotStories(tx: EntityManager, articleIds: string[]): Promise<void> {
  const which = 'id in (select story_id from article where id = any($1))';
  await blotRows(tx, 'story', which, articleIds, { columns: ['title'], json: ['verdict'] });
}

async function blotRows(
  tx: EntityManager,
  table: string,
  which: string,
  parameter: string | string[],
  { columns, json }: { columns: readonly string[]; json: readonly string[] },
): Promise<void> {
  const names = [...columns, ...json];
  const rows = await tx.query<(Record<string, unknown> & { id: string })[]>(
    `select id, ${names.join(', ')} from ${table} where ${which} order by id`,
    [parameter],
  );
  for (const { id, ...held } of rows) {
    const left = jsonWithoutPersonal(held);
    const changed = names.filter((name) => JSON.stringify(left[name]) !== JSON.stringify(held[name]));
    if (changed.length === 0) continue;
    await tx.query(
      `update ${table} set ${changed.map((name, at) => `${name} = $${at + 2}`).join(', ')} where id = $1`,
      [id, ...changed.map((name) => (json.includes(name) ? JSON.stringify(left[name]) : left[name]))],
    );
  }
}
