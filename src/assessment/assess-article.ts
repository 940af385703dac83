import { type ArticleText, type Reading, readArticle } from '../domain/reading/assessment.js';
import { readable } from '../domain/text/article-text.js';
import { type PlainForms, plainCharacters, plainForms } from '../domain/text/characters.js';
import type { ReadingRules } from '../domain/reading/reading-rules.js';
import { mayBeMissed } from '../domain/second-opinion/missed-happening.js';
import type { DocumentRegistry } from '../domain/routing/policy-document.js';
import { route, type Route } from '../domain/routing/routing.js';
import type { BureauRules, TrainingRules } from '../domain/routing/routing-rules.js';
import { compileRouting, type RoutingTables } from '../domain/routing/routing-tables.js';
import { WordMatcher } from '../domain/text/word-matcher.js';
import { judgingVersion } from './judging-version.js';
import { HappeningClassifier } from './happening-classifier.js';
import { SubjectClassifier } from './subject-classifier.js';

/** Routing asks no more of the body than its beginning. UTF-16 units. */
const ROUTED_LENGTH = 160;

/** The rule files that judging an article goes by. */
export interface AssessmentRules extends ReadingRules {
  bureaus: BureauRules;
  training: TrainingRules;
  documents: DocumentRegistry;
}

/** The rules made ready: word lists compiled, second opinion trained. Costs some tenths of a second, once. */
export interface Assessor {
  rules: AssessmentRules;
  /** Of rules and code, see `judgingVersion`. */
  version: string;
  routing: RoutingTables;
  classifier: SubjectClassifier;
  happenings: HappeningClassifier;
  /** Countries, cities abroad, and places in Hong Kong, Macao and Taiwan. */
  abroad: WordMatcher;
  /** Traditional and full-width characters by the ones the word lists are written in. */
  forms: PlainForms;
}

/** What one article says, and whose matter it is. */
export interface ArticleAssessment {
  /** Of the rules and the code that judged: under the same version the same article gives the same bytes. */
  version: string;
  reading: Reading;
  route: Route;
  /** The second opinion's share for a happening that the rules did not see, 0..1; null where it was not heard. */
  missed: number | null;
}

export function prepareAssessor(rules: AssessmentRules): Assessor {
  const { countries, cities, hkmotw } = rules.lexicon.places;
  return {
    rules,
    version: judgingVersion(rules),
    routing: compileRouting(rules.bureaus, rules.documents),
    classifier: new SubjectClassifier(rules.training),
    happenings: new HappeningClassifier(rules.training),
    abroad: new WordMatcher([...countries, ...cities, ...hkmotw]),
    forms: formsOf(rules.lexicon.variants),
  };
}

const formsOf = (variants: string): PlainForms =>
  plainForms(
    variants.split(/\s+/).flatMap((pair) => (pair.length === 2 ? [[pair.charAt(0), pair.charAt(1)] as const] : [])),
  );

function tellsOfCasualties({ facts, isIncident }: Reading): boolean {
  const figures = [facts.deaths, facts.missing, facts.seriousInjuries, facts.injuries];
  return isIncident && figures.some((figure) => figure !== null && figure.value > 0);
}

/** As reading sees it: routing's words are written in simplified, half-width characters. */
function plainArticle(article: ArticleText, forms: PlainForms): ArticleText {
  const title = plainCharacters(article.title, forms);
  const text = plainCharacters(article.text.slice(0, ROUTED_LENGTH), forms);
  return { ...article, title, text };
}

/** Reads an article and routes it. The same article and rules give the same answer. */
export function assessArticle(whole: ArticleText, assessor: Assessor): ArticleAssessment {
  const article = readable(whole);
  const reading = readArticle(article, assessor.rules);
  const plain = plainArticle(article, assessor.forms);
  const flags = {
    casualties: tellsOfCasualties(reading),
    foreign: reading.isIncident && reading.scope === 'foreign',
    happening: reading.isIncident,
    trap: reading.trap,
    vote: () => assessor.classifier.vote(plain.title),
  };
  const missed = mayBeMissed(reading) ? assessor.happenings.vote(article.title) : null;
  return { version: assessor.version, reading, route: route(plain, flags, assessor.routing), missed };
}
