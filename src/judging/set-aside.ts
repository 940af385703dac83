import type { EntityManager } from 'typeorm';
import { append } from '../journal/append.js';
import { keepBacklog } from './backlog.js';

const LONGEST_ERROR = 1_000;

interface Aside {
  title: string;
  seen: boolean;
  fetchedAt: Date;
  now: Date;
}

/**
 * Sets an article aside that cannot be judged, so that it holds up no other; the journal says so, for a person has to
 * read it instead. Does nothing when it was judged meanwhile.
 */
export async function setAside(
  tx: EntityManager,
  articleId: string,
  error: unknown,
  blindAfterSeconds: number,
): Promise<void> {
  const [rows] = await tx.query<[Aside[], number]>(
    `update article set judged_at = app_now(), judging_error = $2 where id = $1 and judged_at is null
     returning title, source_id in (select id from source where channel = 'live') as seen,
       fetched_at as "fetchedAt", judged_at as now`,
    [articleId, String(error).replaceAll('\0', '').slice(0, LONGEST_ERROR)],
  );
  const [row] = rows;
  if (!row) return;
  await keepBacklog(tx, row.fetchedAt, row.now, blindAfterSeconds);
  // A self-check that is set aside is told by the self-check itself.
  if (!row.seen) return;
  const data = { articleId, title: row.title, error: classOf(error) };
  await append(tx, [{ kind: 'article.set_aside', incidentId: null, actor: 'system:judging', data }]);
}

/** What kind of fault it was, without its words: they may quote the article. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
