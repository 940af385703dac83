import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FeedError, type FeedItem } from '../ingestion/feeds/feed-document.js';
import { MOST_BYTES, outcomeOf, readDocument } from '../ingestion/reading/read-body.js';
import { documentWithOpinion, INLINE_OPINION, type SecondOpinion } from '../ingestion/reading/second-opinion.js';
import type { CommandIo } from './command-io.js';

const USAGE = '用法 · usage: npm run --silent parse-feed -- FILE... [--content-type TYPE]\n';

/** One line of output: a file that was read, or why it was not. */
type ParsedFile =
  | { file: string; outcome: 'ok' | 'malformed'; title: string; items: ParsedItem[]; warnings: string[] }
  | { file: string; outcome?: string; error: string };

interface ParsedItem {
  title: string;
  link: string | null;
  guid: string | null;
  /** ISO 8601 with `+00:00`, to the second; null when the item states no date. */
  published_utc: string | null;
  summary: string;
}

/**
 * Reads feed files as a visit would and writes one JSON line for each.
 * @returns 0, or 2 when it was called wrongly
 */
export async function parseFeedCommand(
  argv: string[],
  io: Pick<CommandIo, 'output' | 'error'>,
  opinion: SecondOpinion = INLINE_OPINION,
): Promise<number> {
  const called = readArguments(argv);
  if (!called) {
    io.error.write(USAGE);
    return 2;
  }
  for (const file of called.files) {
    io.output.write(`${JSON.stringify(await parseFile(file, called.contentType, opinion))}\n`);
  }
  opinion.close();
  return 0;
}

function readArguments(argv: string[]): { files: string[]; contentType: string | undefined } | null {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'content-type': { type: 'string' } },
    });
    return positionals.length === 0 ? null : { files: positionals, contentType: values['content-type'] };
  } catch {
    return null;
  }
}

async function parseFile(file: string, contentType: string | undefined, opinion: SecondOpinion): Promise<ParsedFile> {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new FeedError('文件过大 · the file is too large', 'too_large');
    const body = { bytes: await readFile(file), contentType, url: undefined };
    const now = new Date();
    const document = await documentWithOpinion(readDocument(body, now), body, opinion, now);
    const { title, items, warnings } = document;
    return { file, outcome: outcomeOf(document), title, items: items.map(parsedItem), warnings };
  } catch (error) {
    if (error instanceof FeedError) return { file, outcome: error.outcome, error: error.message };
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}

function parsedItem({ title, link, guid, publishedAt, summary }: FeedItem): ParsedItem {
  const published_utc = publishedAt ? publishedAt.toISOString().replace(/\.\d{3}Z$/, '+00:00') : null;
  return { title, link, guid, published_utc, summary: summary.replaceAll('\n', ' ') };
}
