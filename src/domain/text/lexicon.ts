/** One kind of happening and the words that tell of it. `weak` words only support (轿车 in a crash), they never decide alone. */
export interface EventKindWords {
  kind: string;
  category: string;
  /** Kinds of `config/severity.yaml` whose rows grade it; none: the reference lines (参照). */
  tables: string[];
  words: string[];
  weak: string[];
}

/**
 * A kind of happening of the office's own field: one of `words`, or one of `subjects` and one of `happenings` near each other in a
 * sentence; none of `not` in the title.
 */
export interface OfficeKindWords {
  kind: string;
  category: string;
  tables: string[];
  words: string[];
  subjects: string[];
  happenings: string[];
  not: string[];
}

/** Why a text is no happening of its own. `hard` title words decide; `soft` and `lead` words give way to casualties in the title. */
export interface TrapWords {
  id: string;
  hard: string[];
  soft: string[];
  lead: string[];
  /** Soft and lead words give way also when only the opening states casualties of a fresh happening named in the title. */
  yieldsToLead: boolean;
}

export interface CasualtyWords {
  death: string[];
  /** One-character forms that count only when they touch the number (6死38伤). */
  deathBare: string[];
  missing: string[];
  serious: string[];
  light: string[];
  injury: string[];
  injuryBare: string[];
  treated: string[];
  poisoned: string[];
  /** Verbs of death or hurt that one does to another; not a group of its own. */
  transitive: string[];
  evacuated: string[];
  saved: string[];
  involved: string[];
  both: string[];
}

export interface ContextWords {
  partOf: string[];
  prevention: string[];
  hypothetical: string[];
  history: string[];
  statistic: string[];
  risen: string[];
  /** 重大人员伤亡 and its like, said without a number. */
  grave: string[];
  responders: string[];
}

export interface PlaceWords {
  /** Short names that are also common words: only the full name counts. */
  ambiguousShort: string[];
  countries: string[];
  cities: string[];
  /** One-character names of countries, read at the start of a title before one of `demonymAfter`. */
  demonyms: string[];
  demonymAfter: string[];
  foreignCues: string[];
  domesticCues: string[];
  hkmotw: string[];
  notPlaces: string[];
  /** Province -> city -> names of its counties parted by spaces; city 直辖: counties directly under the province. */
  divisions: Record<string, Record<string, string>>;
}

/** `config/lexicon.yaml`. */
export interface Lexicon {
  version: string;
  kinds: EventKindWords[];
  office: {
    kinds: OfficeKindWords[];
    /** Traps whose soft words are the daily language of the field and give way to its own kinds. */ yieldingTraps: string[];
  };
  casualty: CasualtyWords;
  persons: { nouns: string[]; measures: string[]; notAfter: string[]; singular: string[] };
  context: ContextWords;
  traps: TrapWords[];
  /** `followUp` may be of the same day (嫌犯落网): it yields to casualties stated in the title and to a fresh date. */
  phases: { aftermath: string[]; followUp: string[]; anniversary: string[]; update: string[] };
  official: { grades: Record<string, 'I' | 'II' | 'III' | 'IV'>; contexts: string[] };
  /** Words that hold an event or casualty word but mean another thing. */
  masks: string[];
  /** Pairs of characters parted by spaces, traditional form first. */
  variants: string;
  places: PlaceWords;
}
