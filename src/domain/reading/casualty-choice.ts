import { casualtyMentions } from './casualty-mentions.js';
import type { CasualtyRole, CompiledLexicon } from '../text/compiled-lexicon.js';
import type { DayParts } from '../dates/day-parts.js';
import { type Figure, figureAt } from './figure.js';
import { type MarkedText, spansBetween, useOf } from '../text/marked-text.js';
import { WEIGHT, type WeighedMention, type Weight, weighMentions } from './mention-weight.js';
import { sentenceSum } from './sentence-sum.js';

export interface CasualtyFigures {
  deaths: Figure | null;
  missing: Figure | null;
  seriousInjuries: Figure | null;
  injuries: Figure | null;
  poisoned: Figure | null;
  evacuated: Figure | null;
}

interface Candidate {
  figure: Figure;
  weight: Weight;
}

function figureOf(mention: WeighedMention, value = mention.value): Figure {
  return figureAt(mention.text, value, mention.count?.numeral.bound ?? 'exact', mention.start, mention.end);
}

/** The greatest figure of the best weight: totals outgrow their parts, and what is surely of this happening outranks the rest. */
function best(candidates: readonly Candidate[]): Figure | null {
  let chosen: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.weight <= WEIGHT.otherTime) continue;
    const better = !chosen || candidate.weight > chosen.weight;
    if (better || (candidate.weight === chosen?.weight && candidate.figure.value > chosen.figure.value))
      chosen = candidate;
  }
  return chosen?.figure ?? null;
}

class CasualtyChooser {
  constructor(private readonly mentions: readonly WeighedMention[]) {}

  of(...roles: CasualtyRole[]): WeighedMention[] {
    return this.mentions.filter((mention) => roles.includes(mention.role));
  }

  /** Zero said in words, where nothing above zero is said. */
  zero(...roles: CasualtyRole[]): Figure | null {
    const none = this.of(...roles).find((mention) => mention.none && mention.weight > WEIGHT.otherTime);
    return none ? figureOf(none, 0) : null;
  }

  total(...roles: CasualtyRole[]): Figure | null {
    const said = this.of(...roles).filter((mention) => !mention.none);
    const sums = sentenceSum(said).map(({ mention, value }) => ({
      figure: figureOf(mention, value),
      weight: mention.weight,
    }));
    return best([...said.map((mention) => ({ figure: figureOf(mention), weight: mention.weight })), ...sums]);
  }

  /** All hurt: of each sentence the plain 受伤 figure or 重伤 and 轻伤 together, whichever is more. */
  injuries(): Figure | null {
    const bySentence = new Map<string, WeighedMention[]>();
    for (const mention of this.of('injury', 'serious', 'light', 'treated').filter((one) => !one.none)) {
      const key = `${mention.text.field}:${String(mention.sentence)}`;
      const known = bySentence.get(key);
      if (known) known.push(mention);
      else bySentence.set(key, [mention]);
    }
    return best([...bySentence.values()].flatMap((inSentence) => sentenceInjuries(inSentence)));
  }
}

function greatest(mentions: readonly WeighedMention[], role: CasualtyRole): WeighedMention | null {
  const sorted = mentions
    .filter((mention) => mention.role === role)
    .sort((a, b) => b.weight - a.weight || b.value - a.value);
  return sorted[0] ?? null;
}

function sentenceInjuries(mentions: readonly WeighedMention[]): Candidate[] {
  const serious = greatest(mentions, 'serious');
  const light = greatest(mentions, 'light');
  // 15人入院,其中3人重伤: those brought in are the hurt.
  const injury = greatest(mentions, 'injury') ?? (serious?.partial ? greatest(mentions, 'treated') : null);
  const parts = (serious?.value ?? 0) + (light?.value ?? 0);
  const anchor = injury && injury.value >= parts ? injury : (serious ?? light ?? injury);
  if (!anchor) return [];
  return [{ figure: figureOf(anchor, Math.max(injury?.value ?? 0, parts)), weight: anchor.weight }];
}

function weighed(lexicon: CompiledLexicon, text: MarkedText, today: DayParts | null): WeighedMention[] {
  return weighMentions(text, casualtyMentions(lexicon, text), today);
}

/** A sentence about another time counts after all when it repeats a figure of the title: it tells of the same happening. */
function adopted(mentions: WeighedMention[]): WeighedMention[] {
  const keyOf = ({ role, value }: WeighedMention) => `${role} ${String(value)}`;
  const said = mentions.filter(({ text, count, weight }) => text.field === 'title' && count && weight === WEIGHT.plain);
  if (said.length === 0) return mentions;
  const keys = new Set(said.map(keyOf));
  const ofText = mentions.filter((mention) => mention.text.field === 'text');
  const same = new Set(ofText.filter((one) => one.count && keys.has(keyOf(one))).map((one) => one.sentence));
  return mentions.map((mention) =>
    mention.text.field === 'text' && mention.weight === WEIGHT.otherTime && same.has(mention.sentence)
      ? { ...mention, weight: WEIGHT.plain }
      : mention,
  );
}

/** The place named last before the figure is a Chinese one. */
function inChina({ text, sentence, start }: WeighedMention): boolean {
  const from = text.sentences[sentence]?.start ?? start;
  const last = spansBetween(text.marks, from, start).findLast(
    (mark) => useOf(mark, 'division') ?? useOf(mark, 'foreign'),
  );
  return last !== undefined && useOf(last, 'division') !== undefined;
}

function seriousOf(chooser: CasualtyChooser): Figure | null {
  const said = chooser.total('serious') ?? chooser.zero('serious');
  const light = chooser.of('light').find((mention) => !mention.none);
  return said ?? (light && chooser.of('serious').length === 0 ? figureOf(light, 0) : null);
}

function poisonedOf(chooser: CasualtyChooser, speaksOfPoison: boolean): Figure | null {
  return speaksOfPoison ? chooser.total('poisoned', 'treated') : null;
}

const POISON = /中毒/;

export function chooseCasualties(
  lexicon: CompiledLexicon,
  request: { title: MarkedText; text: MarkedText; today: DayParts | null; domesticOnly: boolean },
): CasualtyFigures {
  const { title, text, today } = request;
  const all = adopted([...weighed(lexicon, title, today), ...weighed(lexicon, text, today)]);
  const chooser = new CasualtyChooser(request.domesticOnly ? all.filter(inChina) : all);
  const poisoned = poisonedOf(chooser, POISON.test(title.plain) || POISON.test(text.plain));
  const hurt = poisoned ? chooser.total('injury', 'light') : (chooser.injuries() ?? chooser.total('treated'));
  return {
    deaths: chooser.total('death') ?? chooser.zero('death', 'both'),
    missing: chooser.total('missing') ?? chooser.zero('missing'),
    seriousInjuries: seriousOf(chooser),
    injuries: hurt ?? chooser.zero('injury', 'both'),
    poisoned,
    evacuated: chooser.total('evacuated'),
  };
}
