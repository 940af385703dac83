import { type ArticleText, readable } from '../text/article-text.js';
import { casualtyMentions } from './casualty-mentions.js';
import { type CompiledLexicon, compileLexicon } from '../text/compiled-lexicon.js';
import { beijingDay } from '../dates/date-parts.js';
import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { type Circumstances, NO_CIRCUMSTANCES } from './circumstances/circumstances.js';
import { readCircumstances } from './circumstances/read-circumstances.js';
import { type EventKind, LEAD, eventKindOf, kindOfToll, saysWhat } from './event-kind.js';
import { type Facts, readFacts } from './facts.js';
import { saysGraveCasualties } from './grave-words.js';
import { type Evidence, casualtiesStatedIn, givesMagnitudeAfresh, saysHurt, tellsOfHappening } from './incident.js';
import type { Level, LevelBasis } from '../level.js';
import type { Why } from './marked.js';
import type { Lexicon } from '../text/lexicon.js';
import { type MarkedText, markText, marksOf } from '../text/marked-text.js';
import { type Occurrence, dateLineOf, occurrenceIn } from './occurrence.js';
import { type OfficeKind, kindOfBoth, officeKindOf } from './office/office-kind.js';
import { type OfficialGrade, officialGrade, withOfficial } from './official-grade.js';
import { type Phase, phaseOf } from './phase.js';
import { placeHits, placesOf } from './places.js';
import type { ReadingRules, SeverityRules } from './reading-rules.js';
import { type Scope, scopeOf } from './scope.js';
import { type Grade, type GradeQuestion, gradesOf } from './severity.js';
import { trapOf } from './traps.js';
import { whyOf } from './why.js';

export type { ArticleText } from '../text/article-text.js';
export type { Bound } from '../text/numerals.js';
export type { Facts } from './facts.js';
export type { Figure } from './figure.js';
export type { Occurrence, Precision } from './occurrence.js';
export type { Marked, Why } from './marked.js';
export type { Phase } from './phase.js';
export type { Scope } from './scope.js';
export type { ReadingRules } from './reading-rules.js';

/** What one article says, read by rules alone. */
export interface Reading {
  facts: Facts;
  /** What the tables of the kind ask for beside casualties: hours of an outage, persons whose data leaked, 全国覆盖 and the like. */
  circumstances: Circumstances;
  occurredAt: Occurrence | null;
  eventKind: string | null;
  /** Full names from the widest to the narrowest, e.g. 贵州省, 铜仁市; as written for 港澳台; empty abroad or where none is named. */
  places: string[];
  isIncident: boolean;
  phase: Phase | null;
  scope: Scope;
  /** Why it is not a happening of its own (drill, trial, fiction ...), or null. */
  trap: string | null;
  level: Level | null;
  basis: LevelBasis | null;
  ruleId: string | null;
  /** False: the source of the table row has not been verified (依据待核). */
  verified: boolean;
  /** True: resting on a bound, on missing persons the table does not count, or on a first guess by magnitude. */
  provisional: boolean;
  /** Nation-wide: domestic, breaking or update, level I/II or 重大人员伤亡 said without a number. */
  alert: boolean;
  /** Every grade the figures give, gravest first; `level` is the first of them unless an official grade outranks it. */
  grades: Grade[];
  /** The words behind kind, trap, phase, scope and official grade, by their places in the article. */
  why: Why;
}

/** Rules made ready once, for many texts. */
export interface CompiledRules {
  lexicon: CompiledLexicon;
  severity: SeverityRules;
}

/** Compiled word lists by their source, which outlives a change of other rules: a pure function remembered. */
const compiled = new WeakMap<Lexicon, CompiledLexicon>();

function compiledOnce(lexicon: Lexicon): CompiledLexicon {
  let ready = compiled.get(lexicon);
  if (!ready) compiled.set(lexicon, (ready = compileLexicon(lexicon)));
  return ready;
}

/** Compiling costs some tens of milliseconds, once for each lexicon. */
export function compileRules({ lexicon, severity }: ReadingRules): CompiledRules {
  return { lexicon: compiledOnce(lexicon), severity };
}

/** Reads the first 500 characters of the title and 20 000 of the text. */
export function readArticle(article: ArticleText, rules: ReadingRules): Reading {
  return new ArticleReader(readable(article), compileRules(rules)).read();
}

/**
 * The day an article speaks from. A reprint or a re-broadcast bears today's publication but says 昨天 of its own day, so
 * its own date line comes first, unless it claims a day after the publication.
 */
function writtenOn({ text, publishedAt }: ArticleText): DayParts | null {
  const own = dateLineOf(text);
  if (!publishedAt) return own;
  const published = beijingDay(publishedAt);
  return own && daysBetween(own, published) >= 0 ? own : published;
}

/** Characters that hold no more than what happened and the toll. */
const BARE_TITLE = 12;
const FELT = /震感|有感|波及|影响|摇晃/;

class ArticleReader {
  private readonly lexicon: CompiledLexicon;
  private readonly title: MarkedText;
  private readonly text: MarkedText;
  private readonly published: DayParts | null;

  constructor(
    article: ArticleText,
    private readonly rules: CompiledRules,
  ) {
    this.lexicon = rules.lexicon;
    this.title = markText(rules.lexicon, 'title', article.title);
    this.text = markText(rules.lexicon, 'text', article.text);
    this.published = writtenOn(article);
  }

  read(): Reading {
    const { title, text, published } = this;
    const { scope, placed } = scopeOf(this.lexicon, title, text);
    const occurredAt = occurrenceIn({ title, text, published });
    const occurred = occurredAt ? beijingDay(occurredAt.at) : null;
    const mentions = { title: casualtyMentions(this.lexicon, title), text: casualtyMentions(this.lexicon, text) };
    const frame = { today: published, occurred };
    const facts = readFacts({ title, text, mentions, ...frame, domesticOnly: scope === 'mixed' });
    const { office: field } = this.lexicon.source;
    const general = eventKindOf(this.lexicon, title, text) ?? kindOfToll(this.lexicon, title, mentions.title);
    const office = officeKindOf(field.kinds, title, text);
    const kind = kindOfBoth(general, office, (facts.deaths?.value ?? facts.injuries?.value ?? 0) > 0);
    const grave = saysGraveCasualties(title, text);
    const evidence: Evidence = { title, text, kind, facts, titleMentions: mentions.title, occurred, published, grave };
    const stated = casualtiesStatedIn(evidence);
    const trap = trapOf(this.lexicon, {
      title,
      text,
      casualtiesStatedIn: stated,
      yielding: office ? field.yieldingTraps : [],
    });
    const isIncident = trap === null && tellsOfHappening(evidence);
    const read = isIncident
      ? phaseOf({ title, text, titleStatesCasualties: stated === 'title', occurred, published })
      : null;
    const phase = read?.phase ?? null;
    const official = isIncident ? officialGrade(this.lexicon, title, text) : null;
    // Without casualties a level needs a Chinese place, or a kind of the office's own field.
    const circumstances = isIncident && (placed || office) ? this.circumstances(kind) : NO_CIRCUMSTANCES;
    const found = { kind: general, trap: trap?.marks ?? [], phase: read?.marks ?? [], official: official?.marks ?? [] };
    return {
      facts,
      circumstances,
      occurredAt,
      eventKind: kind?.kind.kind ?? null,
      places: this.places(scope),
      isIncident,
      phase,
      scope,
      trap: trap?.id ?? null,
      ...this.graded(
        evidence,
        { isIncident, phase, scope, told: placed || this.saysWhat(kind, office !== null) },
        official,
        circumstances,
      ),
      why: withOffice(whyOf(this.lexicon, title, text, found), office),
    };
  }

  private places(scope: Scope): string[] {
    if (scope === 'foreign') return [];
    if (scope === 'hkmotw') return namesOf(this.title, this.text, 'hkmotw');
    return placesOf(placeHits(this.lexicon, this.title), placeHits(this.lexicon, this.text, LEAD));
  }

  /**
   * 老屋失火致17人遇难, no more, is a search term of the day, which as often means a happening abroad; 已致 reports what still goes on,
   * and 央视一频道播出中断 is of the office's own field, at home.
   */
  private saysWhat(kind: EventKind | null, isOwn: boolean): boolean {
    const { plain } = this.title;
    const isBare = this.text.plain === '' && plain.length <= BARE_TITLE && !plain.includes('已');
    return saysWhat(kind) && (isOwn || !isBare);
  }

  private circumstances(kind: EventKind | null): Circumstances {
    return readCircumstances(this.rules.severity, kind?.kind.tables ?? [], [this.title, this.text]);
  }

  private graded(
    evidence: Evidence,
    said: Standing,
    official: OfficialGrade | null,
    circumstances: Circumstances,
  ): Graded {
    const question = (): GradeQuestion => ({ ...this.gradeQuestion(evidence, said.scope), circumstances });
    const grades = said.isIncident ? gradesOf(this.rules.severity, question()) : [];
    const grade = withOfficial(official, chosenOf(grades, tollUnknown(evidence)));
    return {
      level: grade?.level ?? null,
      basis: grade?.basis ?? null,
      ruleId: grade?.ruleId ?? null,
      verified: grade?.verified ?? true,
      provisional: grade?.provisional ?? evidence.grave,
      alert: startsAlert(said, grade, evidence.grave),
      grades,
    };
  }

  private gradeQuestion(evidence: Evidence, scope: Scope): Omit<GradeQuestion, 'circumstances'> {
    const { kind, facts, published: day } = evidence;
    return {
      facts,
      tables: kind?.kind.tables ?? [],
      day: day ? [day.year, pad(day.month), pad(day.day)].join('-') : null,
      initial: scope === 'domestic' && givesMagnitudeAfresh(evidence) && !FELT.test(this.title.plain),
      hurt: saysHurt(this.title, this.text),
    };
  }
}

/**
 * `told`: the article says where in China, or what happened in more than a bare title; 至少26名游客遇难 says neither. Else it starts no
 * clock, and people are asked where it is.
 */
type Standing = Pick<Reading, 'isIncident' | 'phase' | 'scope'> & { told: boolean };
type Graded = Pick<Reading, 'level' | 'basis' | 'ruleId' | 'verified' | 'provisional' | 'alert' | 'grades'>;

/** Names of a role as written, first the title's; each once. */
function namesOf(title: MarkedText, text: MarkedText, role: 'hkmotw'): string[] {
  const names = [title, text].flatMap((field) =>
    marksOf(field, role, 0, LEAD).map(({ start, end }) => field.plain.slice(start, end)),
  );
  return [...new Set(names)];
}

function withOffice(why: Why, office: OfficeKind | null): Why {
  return office ? { ...why, kind: [...office.marks, ...why.kind] } : why;
}

/** 重大人员伤亡 is said as a fact and how many died or are missing is not. */
const tollUnknown = ({ grave, facts }: Evidence): boolean => grave && (facts.deaths ?? facts.missing) === null;

/**
 * The grade that holds. While grave casualties are said without a number, neither a lesser grade (by the injured alone, say) nor a
 * table that nobody adopted stands for the law: the level is open and counts provisionally.
 */
function chosenOf(grades: readonly Grade[], isOpen: boolean): Grade | null {
  const first = grades.find(({ counts }) => counts) ?? null;
  if (!first || !isOpen) return first;
  const byLaw = first.basis !== 'INTERNAL' || first.verified;
  return byLaw && (first.level === 'I' || first.level === 'II') ? first : null;
}

const pad = (part: number): string => String(part).padStart(2, '0');

function startsAlert(said: Standing, grade: Grade | null, grave: boolean): boolean {
  const ours = said.scope === 'domestic' || said.scope === 'mixed';
  const current = said.phase === 'breaking' || said.phase === 'update';
  const serious = grade?.level === 'I' || grade?.level === 'II' || (grave && grade === null);
  return said.isIncident && said.told && ours && current && serious;
}
