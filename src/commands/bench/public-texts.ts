import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface PublicText {
  title: string;
  text: string;
}

const DATA = '../shared/data/bulletins';

/** So many broadcast news from the public material beside the project, spread evenly; none where it is not there. */
export function bulletins(root: string, most: number): PublicText[] {
  const folder = resolve(root, DATA);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));
  const lines = files.flatMap((name) =>
    gunzipSync(readFileSync(join(folder, name)))
      .toString()
      .trim()
      .split('\n'),
  );
  const step = Math.max(1, Math.floor(lines.length / most));
  return lines
    .filter((_, n) => n % step === 0)
    .slice(0, most)
    .map((line) => JSON.parse(line) as PublicText);
}

/** The public labelled articles: happenings and ordinary items that look like them; none where they are not there. */
export function labelledArticles(root: string): PublicText[] {
  const file = resolve(root, '../shared/data/severity/open.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { title, text } = (JSON.parse(line) as { case: { title: string; text?: string } }).case;
    return { title, text: text ?? '' };
  });
}

export interface RoutingTitle {
  title: string;
  inScope: boolean;
  focus: string[];
}

/** The public headlines with their focus; none where they are not there. */
export function routingTitles(root: string): RoutingTitle[] {
  const file = resolve(root, '../shared/data/routing/open.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const {
      title,
      in_scope: inScope,
      focus,
    } = JSON.parse(line) as { title: string; in_scope: boolean; focus: string[] };
    return { title, inScope, focus };
  });
}
