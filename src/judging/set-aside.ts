import type { EntityManager } from 'typeorm';
import { isPassingFault } from '../database/passing-faults.js';
import { cutTo } from '../domain/text/sound-text.js';
import { signature } from '../domain/stories/story.js';
import { UNREAD } from '../domain/stories/story-verdict.js';
import { pinEvidence } from '../ingestion/evidence/keep-evidence.js';
import { append } from '../journal/append.js';
import { beginStory, lockStories, putInLane } from '../stories/story-store.js';
import { keepBacklog } from './backlog.js';

const LONGEST_ERROR = 1_000;
const LONGEST_TITLE = 500;

interface Aside {
  title: string;
  seen: boolean;
  isOwn: boolean;
  publishedAt: Date | null;
  fetchedAt: Date;
  now: Date;
}

/**
 * Sets an article aside that cannot be judged, so that it holds up no other. It waits in triage as a story of its own,
 * and the journal says so: a person reads it instead. Does nothing when it was judged meanwhile.
 */
export async function setAside(
  tx: EntityManager,
  articleId: string,
  error: unknown,
  blindAfterSeconds: number,
): Promise<void> {
  await lockStories(tx);
  const [rows] = await tx.query<[Aside[], number]>(
    `update article set judged_at = app_now(), judging_error = $2 where id = $1 and judged_at is null
     returning title, source_id in (select id from source where channel = 'live') as seen,
       source_id in (select id from source where kind = 'own') as "isOwn",
       published_at as "publishedAt", fetched_at as "fetchedAt", judged_at as now`,
    [articleId, String(error).replaceAll('\0', '').slice(0, LONGEST_ERROR)],
  );
  const [row] = rows;
  if (!row) return;
  await keepBacklog(tx, row.fetchedAt, row.now, blindAfterSeconds);
  // A self-check that is set aside is told by the self-check itself.
  if (!row.seen) return;
  const storyId = row.isOwn ? null : await storyFor(tx, articleId, row);
  const data = { articleId, storyId, title: row.title, error: classOf(error) };
  await append(tx, [{ kind: 'article.set_aside', incidentId: null, actor: 'system:judging', data }]);
}

/** What stopped the judging may stop the story too; then the journal's row alone calls for a person. */
async function storyFor(tx: EntityManager, articleId: string, row: Aside): Promise<string | null> {
  try {
    return await tx.transaction((inner) => waitInTriage(inner, articleId, row));
  } catch (error) {
    if (isPassingFault(error)) throw error;
    return null;
  }
}

/** Joined with nothing: what the article tells is not known. */
async function waitInTriage(tx: EntityManager, articleId: string, row: Aside): Promise<string> {
  const { publishedAt, now } = row;
  const story = await beginStory(tx, {
    title: cutTo(row.title, LONGEST_TITLE),
    signature: signature({ title: '', publishedAt, places: [], eventKind: null }),
    verdict: UNREAD,
    publishedAt,
    detectedAt: row.fetchedAt,
    now,
    channel: 'live',
  });
  await putInLane(tx, story.id, 'triage');
  await tx.query('update article set story_id = $2 where id = $1', [articleId, story.id]);
  await pinEvidence(tx, story.id);
  return story.id;
}

/** What kind of fault it was, without its words: they may quote the article. */
function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
