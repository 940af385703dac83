/** What a list of sources may be narrowed to. */
export interface SourceFilter {
  health?: string | undefined;
  tier?: string | undefined;
  /** With the folders in it. */
  folder?: string | undefined;
  /** Words sought in name, code, address, publisher and folder; all must be found. */
  q?: string | undefined;
}

interface Listed {
  id: string;
  name: string;
  url: string;
  family: string;
  folder: string | null;
  tier: string;
  health: string;
}

/** Whether a source stands in the list that is asked for. */
export function isListed(source: Listed, { health, tier, folder, q = '' }: SourceFilter): boolean {
  if (health !== undefined && source.health !== health) return false;
  if (tier !== undefined && source.tier !== tier) return false;
  if (folder !== undefined && !`${source.folder ?? ''}/`.startsWith(`${folder}/`)) return false;
  const { id, name, url, family } = source;
  const text = [id, name, url, family, source.folder ?? ''].join('\n').toLowerCase();
  const words = q.toLowerCase().split(/\s+/);
  return words.every((word) => text.includes(word));
}
