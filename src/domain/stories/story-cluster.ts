import { mergeSignatures, type StorySignature } from './story.js';
import { candidatesAmong, type Held, type Holders, isGramKey, keysOf, rarityBy } from './story-keys.js';
import { areOneStory, itemMatch, WINDOW_DAYS } from './story-match.js';
import { MOST_HOLDERS } from './story-rarity.js';

/** How the stories to compare an item with are chosen: by look-up keys as the running system does, or all of them. */
export type Candidates = 'by keys' | 'all';

/** Stories under way: which ones share a key, and which were found to be one. */
class Stories {
  private readonly signatures: (StorySignature | null)[] = [];
  private readonly byKey = new Map<string, Set<number>>();
  /** Where a story went when it was joined to an earlier one. */
  private readonly joinedTo: number[] = [];

  constructor(private readonly candidates: Candidates) {}

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
    const holders = this.holdersOf(item);
    const rarity = rarityBy(holders);
    const matches: { story: number; score: number }[] = [];
    for (const story of this.candidates === 'all' ? this.signatures.keys() : candidatesAmong(holders)) {
      const held = this.signatures[story];
      const match = held && itemMatch(held, item, rarity);
      if (match?.verdict === 'same') matches.push({ story, score: match.score });
    }
    return matches.sort((a, b) => b.score - a.score || a.story - b.story).map((match) => match.story);
  }

  /** Of stories that still stand and lie in the window. */
  private holdersOf(item: StorySignature): Holders<number> {
    const day = item.firstDay ?? 0;
    const stands = (story: number): boolean => {
      const held = this.signatures[story];
      return !!held && (held.lastDay === null || day - held.lastDay <= WINDOW_DAYS);
    };
    const heldOf = (key: string): Held<number> => {
      const stories = [...(this.byKey.get(key) ?? [])].filter(stands).slice(-MOST_HOLDERS);
      return { count: stories.length, stories: stories.length < MOST_HOLDERS || !isGramKey(key) ? stories : [] };
    };
    return new Map(keysOf(item).map((key) => [key, heldOf(key)]));
  }

  private hold(story: number, item: StorySignature): void {
    const held = this.signatures[story];
    this.signatures[story] = held ? mergeSignatures(held, item) : item;
    for (const key of keysOf(item)) {
      const stories = this.byKey.get(key);
      if (stories) stories.add(story);
      else this.byKey.set(key, new Set([story]));
    }
  }

  /** An item that fits two stories shows that they may be one. */
  private joinIfSame(story: number, other: number): void {
    const a = this.signatures[story];
    const b = this.signatures[other];
    if (!a || !b || !areOneStory(a, b)) return;
    this.signatures[other] = null;
    this.joinedTo[other] = story;
    this.hold(story, b);
  }
}

/** Joins items one by one, in the order given, as the running system does. Returns a story's number for each item. */
export function clusterAll(signatures: readonly StorySignature[], candidates: Candidates = 'by keys'): number[] {
  const stories = new Stories(candidates);
  const numbers = signatures.map((item) => stories.add(item));
  return numbers.map((number) => stories.current(number));
}
