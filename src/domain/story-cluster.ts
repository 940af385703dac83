import { keysOf, mergeSignatures, sameHappening, type StorySignature } from './story.js';

interface Cluster {
  signature: StorySignature;
}

/** Joins items one by one, in the order given, as the running system does. Returns a cluster number per item. */
export function clusterAll(signatures: readonly StorySignature[]): number[] {
  const clusters: Cluster[] = [];
  const byKey = new Map<string, Set<number>>();
  return signatures.map((item) => {
    const candidates = new Set(keysOf(item).flatMap((key) => [...(byKey.get(key) ?? [])]));
    let best: { at: number; score: number } | null = null;
    for (const at of candidates) {
      const cluster = clusters[at];
      if (!cluster) continue;
      const match = sameHappening(cluster.signature, item);
      if (match.verdict === 'same' && (best === null || match.score > best.score)) best = { at, score: match.score };
    }
    const at = best?.at ?? clusters.length;
    const held = clusters[at];
    const merged = held ? mergeSignatures(held.signature, item) : item;
    clusters[at] = { signature: merged };
    for (const key of keysOf(merged)) byKey.set(key, (byKey.get(key) ?? new Set()).add(at));
    return at;
  });
}
