import { type Focus, FOCUSES } from '../../domain/routing/routing-rules.js';
import type { Lane } from '../stories/story-queries.js';

/** What of the triage desk is seen, kept in the address. */
export interface TriageSearch {
  lane?: Lane;
  focus?: Focus;
  /** The story in the preview. */
  story?: string;
}

export function readTriageSearch({ lane, focus, story }: Record<string, unknown>): TriageSearch {
  return {
    lane: lane === 'national' ? 'national' : undefined,
    focus: FOCUSES.find((one) => one === focus),
    story: typeof story === 'string' && /^[0-9a-f-]{36}$/i.test(story) ? story : undefined,
  };
}
