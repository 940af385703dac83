import { type PlainForms, plainForms } from './characters.js';
import type { CasualtyWords, Lexicon } from './lexicon.js';
import { type Gazetteer, compileGazetteer } from './gazetteer.js';
import { singularNouns } from './singular-nouns.js';
import { WordMatcher } from './word-matcher.js';

export type CasualtyRole = Exclude<keyof CasualtyWords, 'deathBare' | 'injuryBare' | 'transitive'>;

/** What a word does in a text. `ref` points into the list the role belongs to (kinds, traps, places), else 0. */
export type Role =
  | CasualtyRole
  | 'kind'
  | 'kindWeak'
  | 'trapHard'
  | 'trapSoft'
  | 'trapLead'
  | 'aftermath'
  | 'followUp'
  | 'anniversary'
  | 'update'
  | 'official'
  | 'prevention'
  | 'hypothetical'
  | 'history'
  | 'statistic'
  | 'grave'
  | 'responder'
  | 'division'
  | 'foreign'
  | 'foreignCue'
  | 'domesticCue'
  | 'hkmotw'
  | 'mask';

export interface WordUse {
  role: Role;
  ref: number;
}

/** What a word says of persons. */
export interface CasualtyUse {
  role: CasualtyRole;
  /** A verb that one does to another: the number before it may be the doers'. */
  transitive: boolean;
}

/** The lexicon made ready once: one automaton over all its words, and the small sets the grammar asks. */
export interface CompiledLexicon {
  source: Lexicon;
  matcher: WordMatcher;
  /** Uses of the matcher's words, by its word index. */
  uses: readonly (readonly WordUse[])[];
  /** What the matcher's words say of persons: of several roles the first in the order of `CASUALTY_ROLES`. */
  casualty: readonly (CasualtyUse | null)[];
  plainForms: PlainForms;
  /** 死, 伤 and their like, which count where they touch a number. */
  bare: ReadonlyMap<string, CasualtyRole>;
  /** By their first character. */
  personNouns: ReadonlyMap<string, readonly string[]>;
  /** Nouns of one person (司机, 孕妇, 张某) or of a pair (母子), as a global expression. */
  singular: RegExp;
  /** By their first character, the longest first. */
  measures: ReadonlyMap<string, readonly string[]>;
  notAfterMeasure: ReadonlySet<string>;
  risen: readonly string[];
  partOf: readonly string[];
  gazetteer: Gazetteer;
}

type Entry = [role: Role, words: readonly string[], ref?: number];

export const CASUALTY_ROLES = [
  'death',
  'missing',
  'serious',
  'light',
  'injury',
  'treated',
  'poisoned',
  'evacuated',
  'saved',
  'involved',
  'both',
] as const satisfies readonly CasualtyRole[];

const INHERITED: ReadonlySet<Role> = new Set([
  'trapHard',
  'trapSoft',
  'trapLead',
  'aftermath',
  'followUp',
  'anniversary',
  'update',
]);

function textEntries({ casualty, context, phases, official, masks }: Lexicon): Entry[] {
  return [
    ...CASUALTY_ROLES.map((role): Entry => [role, casualty[role]]),
    ['prevention', context.prevention],
    ['hypothetical', context.hypothetical],
    ['history', context.history],
    ['statistic', context.statistic],
    ['grave', context.grave],
    ['responder', context.responders],
    ['aftermath', phases.aftermath],
    ['followUp', phases.followUp],
    ['anniversary', phases.anniversary],
    ['update', phases.update],
    ['official', official.contexts],
    ['mask', masks],
  ];
}

function listEntries({ kinds, traps, places }: Lexicon, gazetteer: Gazetteer): Entry[] {
  return [
    ...kinds.flatMap((kind, ref): Entry[] => [
      ['kind', kind.words, ref],
      ['kindWeak', kind.weak, ref],
    ]),
    ...traps.flatMap((trap, ref): Entry[] => [
      ['trapHard', trap.hard, ref],
      ['trapSoft', trap.soft, ref],
      ['trapLead', trap.lead, ref],
    ]),
    ...gazetteer.names.map((name, ref): Entry => ['division', [name], ref]),
    ['foreign', [...places.countries, ...places.cities]],
    ['foreignCue', places.foreignCues],
    ['domesticCue', places.domesticCues],
    ['hkmotw', places.hkmotw],
    ['mask', places.notPlaces],
  ];
}

function variantsOf(pairs: string): [string, string][] {
  return pairs.split(/\s+/).flatMap((pair): [string, string][] => (pair ? [[pair.charAt(0), pair.charAt(1)]] : []));
}

function byFirst(words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const known = found.get(word.charAt(0));
    if (known) known.push(word);
    else found.set(word.charAt(0), [word]);
  }
  return found;
}

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

/** Only the longest word at a place is read; so 系谣言 also does what 谣言 inside it does. Masks inherit nothing: they are there to hide. */
function inherit(uses: ReadonlyMap<string, WordUse[]>): void {
  const givers = [...uses].flatMap(([word, given]): [string, WordUse[]][] => {
    const kept = given.filter(({ role }) => INHERITED.has(role));
    return kept.length > 0 ? [[word, kept]] : [];
  });
  const matcher = new WordMatcher(givers.map(([word]) => word));
  for (const [word, own] of uses) {
    if (own.some(({ role }) => role === 'mask' || role === 'division')) continue;
    matcher.scan(word, (index, start, end) => {
      if (end - start < word.length) own.push(...(givers[index]?.[1] ?? []));
    });
  }
}

const casualtyRoleOf = (uses: readonly WordUse[]): CasualtyRole | null =>
  CASUALTY_ROLES.find((role) => uses.some((use) => use.role === role)) ?? null;

const casualtyUses = (
  uses: ReadonlyMap<string, readonly WordUse[]>,
  transitive: ReadonlySet<string>,
): (CasualtyUse | null)[] =>
  [...uses].map(([word, ofWord]) => {
    const role = casualtyRoleOf(ofWord);
    return role && { role, transitive: transitive.has(word) };
  });

const bareWords = ({ deathBare, injuryBare }: CasualtyWords): Map<string, CasualtyRole> =>
  new Map([
    ...injuryBare.map((sign) => [sign, 'injury'] as const),
    ...deathBare.map((sign) => [sign, 'death'] as const),
  ]);

/** Builds the automaton. Costs some tens of milliseconds: do it once for each lexicon, not for each text. */
export function compileLexicon(source: Lexicon): CompiledLexicon {
  const gazetteer = compileGazetteer(source.places);
  const uses = new Map<string, WordUse[]>();
  for (const [role, words, ref = 0] of [...textEntries(source), ...listEntries(source, gazetteer)]) {
    for (const word of words) {
      const known = uses.get(word);
      if (known) known.push({ role, ref });
      else uses.set(word, [{ role, ref }]);
    }
  }
  inherit(uses);
  return {
    source,
    matcher: new WordMatcher([...uses.keys()]),
    uses: [...uses.values()],
    casualty: casualtyUses(uses, new Set(source.casualty.transitive)),
    plainForms: plainForms(variantsOf(source.variants)),
    bare: bareWords(source.casualty),
    personNouns: byFirst([...source.persons.nouns, ...source.persons.singular]),
    singular: singularNouns(source.persons.singular),
    measures: byFirst(longestFirst(source.persons.measures)),
    notAfterMeasure: new Set(source.persons.notAfter),
    risen: source.context.risen,
    partOf: source.context.partOf,
    gazetteer,
  };
}
