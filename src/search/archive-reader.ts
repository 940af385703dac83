import { BadRequestException, Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ArchivedArticle, ArchiveFilter, ArchivePage, ArchiveQuery } from '../contract/archive.js';
import { fullPage, LINE_COLUMNS, LINE_JOINS, statements, type Wish } from './archive-query.js';
import { refuseTooMany } from '../journal/exports/csv-export.js';
import { hiddenFrom } from '../journal/restricted.js';
import { type ArchiveEntry, articleOf, type ArchiveRow, lineOf } from './archive-rows.js';
import { judgementSummary } from './judgement-summary.js';
import { MOST_WORDS, readWords, type SearchWords } from './search-words.js';
import { termsOfWord } from './terms.js';

/** What one search may cost at most, ms; one that takes longer is answered 503. */
const TIME_LIMIT_MS = 5_000;
/** Rows read at once for a file. */
const FILE_PAGE = 500;
/** What is not indexed yet is counted up to this many. */
const MOST_COUNTED = 1_000;
const CANCELLED = '57014';

type FoundRow = ArchiveRow & { at: Date };

/** Reads and searches the archive, newest first. Articles of hidden channels never appear. */
@Injectable()
export class ArchiveReader {
  constructor(private readonly db: DataSource) {}

  /** @throws BadRequestException words that cannot be looked for; ServiceUnavailableException it took too long */
  async page(personId: string, { q, ...filter }: ArchiveQuery): Promise<ArchivePage> {
    const wish = { ...filter, words: wordsOf(q) };
    const [{ rows, next }, notYetIndexed] = await Promise.all([this.rows(personId, wish), this.notYetIndexed()]);
    return { items: rows.map((row) => lineOf(row, wish.words)), next, notYetIndexed };
  }

  /**
   * Everything found, for a file: without the texts.
   * @throws UnprocessableEntityException when there is more than a file may hold, and as `page` does
   */
  async all(personId: string, { q, ...filter }: ArchiveFilter): Promise<ArchiveEntry[]> {
    const wish = { ...filter, words: wordsOf(q), limit: FILE_PAGE };
    const entries: ArchiveEntry[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await this.rows(personId, { ...wish, cursor });
      entries.push(...rows.map(articleOf));
      refuseTooMany(entries.length);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return entries;
  }

  /** @throws NotFoundException unknown, deleted, or of a hidden channel */
  async article(personId: string, id: string): Promise<ArchivedArticle> {
    const [row] = await this.db.query<
      (ArchiveRow & { judgedAt: Date | null; setAside: boolean; judgement: unknown })[]
    >(
      `select ${LINE_COLUMNS}, a.judged_at as "judgedAt", a.judging_error is not null as "setAside", a.judgement
       from article a ${LINE_JOINS} where a.id = $1`,
      [id],
    );
    if (!row) throw new NotFoundException('没有这篇文章 · no such article');
    const [shown = row] = await this.withoutRestricted(personId, [row]);
    return {
      ...articleOf(shown),
      text: row.text,
      judgedAt: row.judgedAt?.toISOString() ?? null,
      setAside: row.setAside,
      judgement: judgementSummary(row.judgement),
    };
  }

  /**
   * Articles are public; that they belong to a matter restricted to others is not. Who asks for the articles of such a
   * matter is shown none.
   */
  private async withoutRestricted<T extends ArchiveRow>(personId: string, rows: T[], asked?: string): Promise<T[]> {
    const ids = rows.flatMap((row) => row.incidentId ?? []);
    const hidden = await hiddenFrom(this.db.manager, personId, asked ? [...ids, asked] : ids);
    if (asked && hidden.has(asked)) return [];
    return rows.map((row) =>
      row.incidentId !== null && hidden.has(row.incidentId)
        ? { ...row, storyId: null, incidentId: null, incidentNumber: null }
        : row,
    );
  }

  private async rows(personId: string, wish: Wish): Promise<{ rows: FoundRow[]; next: string | null }> {
    const found = await this.withoutRestricted(personId, await this.find(wish), wish.incident);
    const rows = found.slice(0, wish.limit);
    const last = rows.at(-1);
    return { rows, next: found.length > wish.limit && last ? `${last.at.toISOString()}_${last.id}` : null };
  }

  private async find(wish: Wish): Promise<FoundRow[]> {
    try {
      return await this.db.transaction((tx) => firstFull(tx, wish));
    } catch (error) {
      if ((error as { code?: unknown }).code !== CANCELLED) throw error;
      throw new ServiceUnavailableException(
        '检索用时过长,已停止:请缩短时间范围,或换更具体的词 · the search took too long: narrow the time or use rarer words',
      );
    }
  }

  private async notYetIndexed(): Promise<number> {
    const [row] = await this.db.query<{ count: number }[]>(
      `select count(*)::int from (select article_id from article_unindexed order by seq desc limit $1) waiting
         join article a on a.id = waiting.article_id`,
      [MOST_COUNTED],
    );
    return row?.count ?? 0;
  }
}

async function firstFull(tx: EntityManager, wish: Wish): Promise<FoundRow[]> {
  // The planner does not know what reading terms and texts costs: it would rather read all of them than ask the index, and
  // join all candidates at once rather than meet them in the order of time until the page is full.
  await tx.query(
    `select set_config('statement_timeout', $1, true), set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true),
       set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
    [String(TIME_LIMIT_MS)],
  );
  let rows: FoundRow[] = [];
  for (const { text, values } of statements(wish)) {
    rows = await tx.query<FoundRow[]>(text, values);
    if (rows.length === fullPage(wish)) break;
  }
  return rows;
}

function wordsOf(q: string): SearchWords {
  const words = readWords(q);
  const { all, none } = words;
  if (all.length + none.length > MOST_WORDS) {
    throw new BadRequestException(`检索词至多 ${MOST_WORDS} 个 · at most ${MOST_WORDS} words`);
  }
  if (all.length > 0 && all.every((word) => termsOfWord(word).length === 0)) {
    throw new BadRequestException('请至少输入一个两个字的词 · give at least one word of two characters');
  }
  return words;
}
