import type { ArchivedArticle, ArchiveLine } from '../contract/archive.js';
import type { SearchWords } from './search-words.js';
import { marked, snippet } from './snippet.js';

type Instants = 'publishedAt' | 'fetchedAt';

/** A row as LINE_COLUMNS names it. */
export interface ArchiveRow extends Omit<ArchiveLine, Instants | 'titleParts' | 'snippet'> {
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
}

/** What a line and an article in full have in common. */
export type ArchiveEntry = Omit<ArchivedArticle, 'text' | 'judgedAt' | 'setAside' | 'judgement'>;

/** As it leaves the house. */
export function articleOf(row: ArchiveRow): ArchiveEntry {
  const { id, title, sourceId, sourceName, reportedSource, link, publishedNote, level, storyId, hasEvidence } = row;
  return {
    ...{ id, title, sourceId, sourceName, reportedSource, link, publishedNote, level, storyId, hasEvidence },
    incidentId: row.incidentId,
    incidentNumber: row.incidentNumber,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    fetchedAt: row.fetchedAt.toISOString(),
  };
}

export function lineOf(row: ArchiveRow, { all }: SearchWords): ArchiveLine {
  return { ...articleOf(row), titleParts: marked(row.title, all), snippet: snippet(row.text, all) };
}
