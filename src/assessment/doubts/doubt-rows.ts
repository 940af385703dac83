import type { EntityManager } from 'typeorm';
import type { DocumentDoubt } from '../../contract/document-doubt.js';

const MOST = 100;

interface Row extends Omit<DocumentDoubt, 'proposedAt' | 'endedAt' | 'reports' | 'answer'> {
  proposedAt: Date;
  endedAt: Date | null;
  articleIds: string[];
  outcome: 'interpreted' | 'not_needed' | null;
  link: string | null;
  reason: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

interface Wanted {
  id?: string;
  isOpenOnly?: boolean;
  /** Only of documents that this bureau drafted. */
  bureau?: string | null;
}

/** Rises of doubt, the latest first. */
export async function readDoubts(db: EntityManager, { id, isOpenOnly, bureau }: Wanted): Promise<DocumentDoubt[]> {
  const rows = await db.query<Row[]>(
    `select id, document_id as "documentId", title, bureau, proposed_at as "proposedAt", articles, usual,
       ended_at as "endedAt", article_ids as "articleIds", outcome, link, reason, answered_by as "answeredBy",
       answered_at as "answeredAt"
     from document_doubt
     where ($1::uuid is null or id = $1) and ($2::text is null or bureau = $2) and (not $3 or outcome is null)
     order by proposed_at desc, id limit ${MOST}`,
    [id ?? null, bureau ?? null, isOpenOnly ?? false],
  );
  const reports = await reportsOf(
    db,
    rows.flatMap((row) => row.articleIds),
  );
  return rows.map((row) => viewOf(row, reports));
}

type Report = DocumentDoubt['reports'][number];

/** What stands in a restricted case is left out, whoever asks. */
async function reportsOf(db: EntityManager, ids: string[]): Promise<Map<string, Report>> {
  const rows = await db.query<(Omit<Report, 'at'> & { at: Date })[]>(
    `select a.id, a.title, a.link, coalesce(a.reported_source, s.name) as "sourceName",
       coalesce(a.published_at, a.fetched_at) as at
     from article a join source s on s.id = a.source_id left join story t on t.id = a.story_id
       left join incident i on i.id = t.incident_id
     where a.id = any($1) and i.restricted_to is null`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, at: row.at.toISOString() }]));
}

function viewOf(row: Row, reports: Map<string, Report>): DocumentDoubt {
  const { id, documentId, title, bureau, articles, usual, outcome, link, reason, answeredBy, answeredAt } = row;
  return {
    ...{ id, documentId, title, bureau, articles, usual },
    proposedAt: row.proposedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    reports: row.articleIds.flatMap((one) => reports.get(one) ?? []),
    answer:
      outcome === null || answeredAt === null
        ? null
        : { outcome, link, reason, by: answeredBy ?? '', at: answeredAt.toISOString() },
  };
}
