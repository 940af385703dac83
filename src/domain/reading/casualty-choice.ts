import type { CasualtyRole } from '../text/compiled-lexicon.js';
import { type Figure, figureAt } from './figure.js';
import { weighedAgainst } from './figure-confidence.js';
import type { Mention } from './mention.js';
import { type MarkedText, spansBetween, useOf } from '../text/marked-text.js';
import { type TimeFrame, WEIGHT, type WeighedMention, weighMentions } from './mention-weight.js';
import { type Part, listedSum, sentenceSum } from './sentence-sum.js';

export interface CasualtyFigures {
  deaths: Figure | null;
  missing: Figure | null;
  seriousInjuries: Figure | null;
  injuries: Figure | null;
  poisoned: Figure | null;
  evacuated: Figure | null;
}

export interface CasualtyQuestion extends TimeFrame {
  title: MarkedText;
  text: MarkedText;
  /** What each of the two says of persons. */
  mentions: { title: Mention[]; text: Mention[] };
  /** Only the part inside China is wanted (a happening on both sides of a border). */
  domesticOnly: boolean;
}

function figureOf(mention: WeighedMention, value = mention.value): Figure {
  const { count, start, end, implied } = mention;
  return figureAt(mention.text, value, count?.numeral.bound ?? 'exact', start, end, {
    implied,
    none: value === 0,
    summed: value > 0 && value !== mention.value,
    vague: count?.numeral.vague ?? false,
  });
}

/** The greatest figure of the best weight: totals outgrow their parts, and what is surely of this happening outranks the rest. */
function best(parts: readonly Part[]): Figure | null {
  let chosen: Part | null = null;
  for (const part of parts) {
    const { weight } = part.mention;
    if (weight <= WEIGHT.otherTime) continue;
    const better = !chosen || weight > chosen.mention.weight;
    if (better || (weight === chosen?.mention.weight && part.value > chosen.value)) chosen = part;
  }
  return chosen && compared(chosen, parts);
}

/** The figure with its confidence raised or lowered by what the other field says of the same. */
function compared({ mention, value }: Part, parts: readonly Part[]): Figure {
  const figure = figureOf(mention, value);
  const others = parts.filter((one) => one.mention.weight === WEIGHT.plain && one.mention.text !== mention.text);
  const same = others.some((one) => one.value === value);
  const another = figure.field === 'text' && others.length > 0;
  figure.confidence = weighedAgainst(figure.confidence, same ? 'same' : another ? 'another' : null);
  return figure;
}

const NO_MENTIONS: readonly WeighedMention[] = [];

class CasualtyChooser {
  /** Few texts speak of more than two or three roles, and all are asked about. */
  private readonly said: ReadonlySet<CasualtyRole>;

  constructor(private readonly mentions: readonly WeighedMention[]) {
    this.said = new Set(mentions.map(({ role }) => role));
  }

  of(...roles: CasualtyRole[]): readonly WeighedMention[] {
    if (!roles.some((role) => this.said.has(role))) return NO_MENTIONS;
    return this.mentions.filter((mention) => roles.includes(mention.role));
  }

  /** Zero said in words, where nothing above zero is said. */
  zero(...roles: CasualtyRole[]): Figure | null {
    const none = this.of(...roles).find((mention) => mention.none && mention.weight > WEIGHT.otherTime);
    return none ? figureOf(none, 0) : null;
  }

  total(...roles: CasualtyRole[]): Figure | null {
    const said = this.of(...roles)
      .filter((mention) => !mention.none)
      .map((mention) => ({ mention, value: mention.value }));
    if (said.length === 0) return null;
    const listed = roles.includes('serious') ? listedSum(said) : [];
    return best([...said, ...sentenceSum(said), ...listed]);
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
    if (bySentence.size === 0) return null;
    const hurt = [...bySentence.values()].flatMap(sentenceInjuries);
    const parts = hurt.flatMap(({ parts }) => parts);
    return best([...hurt.map(({ whole }) => whole), ...sentenceSum(parts)]);
  }
}

function greatest(mentions: readonly WeighedMention[], role: CasualtyRole): WeighedMention | null {
  const sorted = mentions
    .filter((mention) => mention.role === role)
    .sort((a, b) => b.weight - a.weight || b.value - a.value);
  return sorted[0] ?? null;
}

/** What a sentence says of the hurt: all of them, and the counts that make parts of a sum over places. */
interface Hurt {
  whole: Part;
  parts: Part[];
}

/** 20人就诊,3人重伤,其余…: those counted are of the whole. */
const OTHERS = /其余|其他人|余者/;

/** The rest of the mention's sentence, as far as a list goes. */
function behind({ text, sentence, end }: WeighedMention): string {
  return text.plain.slice(end, Math.min(text.sentences[sentence]?.end ?? end, end + 40));
}

function sentenceInjuries(mentions: readonly WeighedMention[]): Hurt[] {
  const serious = greatest(mentions, 'serious');
  const light = greatest(mentions, 'light');
  // 15人入院,其中3人重伤: those brought in are the hurt.
  const ofTreated = mentions.some((one) => one.role === 'serious' && (one.partial || OTHERS.test(behind(one))));
  const injury = greatest(mentions, 'injury') ?? (ofTreated ? greatest(mentions, 'treated') : null);
  const grave = mentions.filter((one) => one.role === 'serious').map((mention) => ({ mention, value: mention.value }));
  const listed = listedSum(grave).reduce((most, { value }) => Math.max(most, value), serious?.value ?? 0);
  const sum = listed + (light?.value ?? 0);
  const anchor = injury && injury.value >= sum ? injury : (serious ?? light ?? injury);
  if (!anchor) return [];
  const whole = { mention: anchor, value: Math.max(injury?.value ?? 0, sum) };
  const plain = mentions
    .filter((one) => one.role === anchor.role)
    .map((mention) => ({ mention, value: mention.value }));
  return [{ whole, parts: plain.length > 1 && anchor === injury ? plain : [whole] }];
}

/** A sentence about another time counts after all when it repeats a figure of the title: it tells of the same happening. */
function adopted(mentions: WeighedMention[]): WeighedMention[] {
  if (mentions.every(({ weight }) => weight !== WEIGHT.otherTime)) return mentions;
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

/** None grave where all the hurt are said to be hurt lightly; 1人轻伤 beside 19人受伤 says nothing of the 19. */
function seriousOf(chooser: CasualtyChooser, hurt: Figure | null): Figure | null {
  const said = chooser.total('serious') ?? chooser.zero('serious');
  if (said || chooser.of('serious').length > 0) return said;
  const light = chooser.of('light').find((one) => !one.none && (one.count === null || one.value >= (hurt?.value ?? 0)));
  return light ? figureOf(light, 0) : null;
}

/** Of whom it is said that as many were found safe nobody is missing any more. */
function missingOf(chooser: CasualtyChooser, deaths: Figure | null): Figure | null {
  if (chooser.of('missing').length === 0) return null;
  const said = latestMissing(chooser, deaths) ?? chooser.total('missing') ?? chooser.zero('missing');
  const safe = chooser.of('saved').some((one) => one.count && one.value === said?.value && ALL.test(spanOf(one)));
  return safe ? null : said;
}

const STILL = /(?:仍|尚|还)(?:旧|然)?有?(?:至少|约)?$/;

/** 14人失踪。截至6日,仍有1人失踪: of the text's figures the one said to be left. Where the text counts more dead than the title, the title is older. */
function latestMissing(chooser: CasualtyChooser, deaths: Figure | null): Figure | null {
  const said = chooser.of('missing').filter(({ none, weight, count }) => !none && count && weight === WEIGHT.plain);
  const inText = said.filter(({ text }) => text.field === 'text');
  const left = inText.findLast(({ text, start }) => STILL.test(text.plain.slice(Math.max(0, start - 4), start)));
  if (left && inText.at(-1) === left) return figureOf(left);
  const inTitle = said.some(({ text }) => text.field === 'title');
  const older = chooser
    .of('death')
    .some((one) => one.text.field === 'title' && one.count && one.value < (deaths?.value ?? 0));
  if (!inTitle || !older || deaths?.field !== 'text') return null;
  const parts = inText.map((mention) => ({ mention, value: mention.value }));
  return best([...parts, ...sentenceSum(parts)]);
}

const ALL = /全部|均|都|全员/;
const spanOf = ({ text, start, end }: WeighedMention): string => text.plain.slice(start, end);

/** 中毒, or two of its signs together. */
const POISON = /中毒|上吐下泻|(?:呕吐|恶心|腹痛|腹泻|头晕)[、和及并伴，,]{1,2}(?:呕吐|恶心|腹痛|腹泻|头晕|发热|发烧)/;

function poisonedOf(chooser: CasualtyChooser, { title, text }: CasualtyQuestion): Figure | null {
  // 6000人就诊,其中住院治疗600人: a part is not the poisoned.
  if (chooser.of('poisoned', 'treated').every(({ partial }) => partial)) return null;
  return POISON.test(title.plain) || POISON.test(text.plain) ? chooser.total('poisoned', 'treated') : null;
}

const NO_CASUALTIES: CasualtyFigures = {
  deaths: null,
  missing: null,
  seriousInjuries: null,
  injuries: null,
  poisoned: null,
  evacuated: null,
};

export function chooseCasualties(request: CasualtyQuestion): CasualtyFigures {
  const { title, text, mentions } = request;
  if (mentions.title.length + mentions.text.length === 0) return NO_CASUALTIES;
  const all = adopted([
    ...weighMentions(title, mentions.title, request),
    ...weighMentions(text, mentions.text, request),
  ]);
  const chooser = new CasualtyChooser(request.domesticOnly ? all.filter(inChina) : all);
  const poisoned = poisonedOf(chooser, request);
  const deaths = chooser.total('death') ?? chooser.zero('death', 'both');
  const hurt = poisoned ? chooser.total('injury', 'light') : (chooser.injuries() ?? chooser.total('treated'));
  return {
    deaths,
    missing: missingOf(chooser, deaths),
    seriousInjuries: seriousOf(chooser, hurt),
    injuries: hurt ?? chooser.zero('injury', 'both'),
    poisoned,
    evacuated: chooser.total('evacuated'),
  };
}
