import type { ArticleJudgement } from '../assessment/article-assessor.js';
import type { Tier } from '../domain/clocks/policy.js';
import type { StorySignature } from '../domain/stories/story.js';
import { NO_FACTS, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { withoutHappening } from '../domain/stories/without-happening.js';
import { statedFacts, type Voice } from './voice.js';

/** What one article brings to its story. A drill, a film or a question of policy has neither figures nor a kind of happening. */
export function toldBy(
  { isIncident, verdict, signature }: ArticleJudgement,
  article: { publishedAt: Date | null; fetchedAt: Date; tier: Tier },
  voice: Voice,
): { signature: StorySignature; verdict: StoryVerdict } {
  if (!isIncident)
    return { signature: withoutHappening(signature()), verdict: { ...verdict, facts: NO_FACTS, eventKind: null } };
  return { signature: signature(), verdict: { ...verdict, facts: statedFacts(verdict.facts, article, voice) } };
}
