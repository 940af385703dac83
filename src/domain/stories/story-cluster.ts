import { mergeSignatures, type StorySignature } from './story.js';
import { keysOf } from './story-keys.js';
import { sameHappening } from './story-match.js';
import { rarityAmong, type RarityOf } from './story-rarity.js';

/** Stories under way: which ones share a key, and which were found to be one. */
class Stories {
  private readonly signatures: (StorySignature | null)[] = [];
  private readonly byKey = new Map<string, Set<number>>();
  /** Where a story went when it was joined to an earlier one. */
  private readonly joinedTo: number[] = [];

  add(item: StorySignature): number {
    const same = this.sameAs(item);
    const [best] = same;
    const story = best ?? this.signatures.length;
    this.hold(story, item);
    for (const other of same.slice(1)) this.joinIfSame(story, other);
    return story;
  }

  /** The story that now holds what went into this one. */
  current(story: number): number {
    let at = story;
    for (let next = this.joinedTo[at]; next !== undefined; next = this.joinedTo[at]) at = next;
    return at;
  }

  /** Best match first. */
  private sameAs(item: StorySignature): number[] {
    const holders = new Map(keysOf(item).map((key) => [key, this.holding(key)]));
    const rarity: RarityOf = (gram) => rarityAmong(holders.get(`g:${gram}`)?.length ?? 0);
    const candidates = new Set([...holders.values()].flat());
    const matches: { story: number; score: number }[] = [];
    for (const story of candidates) {
      const held = this.signatures[story];
      const match = held && sameHappening(held, item, rarity);
      if (match?.verdict === 'same') matches.push({ story, score: match.score });
    }
    return matches.sort((a, b) => b.score - a.score || a.story - b.story).map((match) => match.story);
  }

  private holding(key: string): number[] {
    return [...(this.byKey.get(key) ?? [])].filter((story) => this.signatures[story]);
  }

  private hold(story: number, item: StorySignature): void {
    const held = this.signatures[story];
    const merged = held ? mergeSignatures(held, item) : item;
    this.signatures[story] = merged;
    for (const key of keysOf(merged)) {
      const stories = this.byKey.get(key);
      if (stories) stories.add(story);
      else this.byKey.set(key, new Set([story]));
    }
  }

  /** An item that fits two stories shows that they may be one. */
  private joinIfSame(story: number, other: number): void {
    const a = this.signatures[story];
    const b = this.signatures[other];
    if (!a || !b || sameHappening(a, b).verdict !== 'same') return;
    this.signatures[other] = null;
    this.joinedTo[other] = story;
    this.hold(story, b);
  }
}

/** Joins items one by one, in the order given, as the running system does. Returns a story's number for each item. */
export function clusterAll(signatures: readonly StorySignature[]): number[] {
  const stories = new Stories();
  const numbers = signatures.map((item) => stories.add(item));
  return numbers.map((number) => stories.current(number));
}
