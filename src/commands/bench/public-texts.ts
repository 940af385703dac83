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
