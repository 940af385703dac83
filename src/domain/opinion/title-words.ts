import { WordMatcher } from '../text/word-matcher.js';
import type { OpinionRules } from './opinion-rules.js';

/** What a word of a title says: it belongs to a topic, it is negative, or it hides what stands inside it. */
export type TitleWord = { word: string; sensitive: string | null; tone: 'strong' | 'mild' | null };

interface Compiled {
  matcher: WordMatcher;
  uses: readonly TitleWord[];
}

const compiled = new WeakMap<OpinionRules, Compiled>();

function usesOf({ sensitivity, negativity }: OpinionRules): TitleWord[] {
  return [
    ...sensitivity.topics.flatMap(({ id, words }) =>
      words.map((word): TitleWord => ({ word, sensitive: id, tone: null })),
    ),
    ...negativity.strong.map((word): TitleWord => ({ word, sensitive: null, tone: 'strong' })),
    ...negativity.mild.map((word): TitleWord => ({ word, sensitive: null, tone: 'mild' })),
    ...negativity.idle.map((word): TitleWord => ({ word, sensitive: null, tone: null })),
  ];
}

function compile(rules: OpinionRules): Compiled {
  const uses = usesOf(rules);
  return { matcher: new WordMatcher([...new Set(uses.map(({ word }) => word))]), uses };
}

/** Words of the file that stand in a title, without those inside a longer one. */
export function titleWords(title: string, rules: OpinionRules): TitleWord[] {
  let ready = compiled.get(rules);
  if (!ready) compiled.set(rules, (ready = compile(rules)));
  const hits: { start: number; end: number }[] = [];
  ready.matcher.scan(title, (_word, start, end) => hits.push({ start, end }));
  const outer = hits.filter(
    (hit) =>
      !hits.some(
        (other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
      ),
  );
  const words = new Set(outer.map(({ start, end }) => title.slice(start, end)));
  return ready.uses.filter(({ word }) => words.has(word));
}
