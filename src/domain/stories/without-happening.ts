import type { StorySignature } from './story.js';

/** What joins an article that tells of no happening: its words and places, never a kind, a moment or figures it only mentions. */
export function withoutHappening(signature: StorySignature): StorySignature {
  return {
    ...signature,
    ...{ kinds: {}, deaths: [], missing: [], injuries: [], magnitudes: [], felt: 0, occurred: [] },
    opinions: signature.articles,
  };
}
