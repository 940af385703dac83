import { cutTo } from '../../domain/text/sound-text.js';

const LONGEST = 200;

/** `地方/县报` with every name trimmed and none empty; null when nothing is left. So written, a path is the same after OPML. */
export function folderPath(names: string | readonly string[] | null): string | null {
  const parts = typeof names === 'string' ? [names] : (names ?? []);
  return trimmed(cutTo(trimmed(parts.join('/')), LONGEST)) || null;
}

function trimmed(path: string): string {
  const parts = path.split('/').map((part) => part.trim());
  return parts.filter((part) => part !== '').join('/');
}
