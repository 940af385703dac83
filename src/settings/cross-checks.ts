import type { Lexicon } from '../domain/text/lexicon.js';
import type { PolicyDocument } from '../domain/routing/policy-document.js';
import type { BureauRules } from '../domain/routing/routing-rules.js';
import type { SeverityRules } from '../domain/reading/reading-rules.js';
import type { OpinionRules } from '../domain/opinion/opinion-rules.js';
import type { PublisherRules } from '../domain/stories/publishers.js';
import type { Fault } from './fault.js';

/** Kinds that the lexicon sends to tables which severity.yaml does not hold: such a happening would be graded by nothing. */
export function kindsWithoutRows(lexicon: Lexicon, severity: SeverityRules): Fault[] {
  const known = new Set([...severity.rows, ...severity.internal.rows].map((row) => row.kind));
  const lists = { kinds: lexicon.kinds, 'office.kinds': lexicon.office.kinds };
  return Object.entries(lists).flatMap(([list, kinds]) =>
    kinds.flatMap(({ kind, tables }, index) =>
      tables
        .filter((table) => !known.has(table))
        .map((table) => ({
          where: `lexicon.yaml › ${list}.${index}.tables`,
          message: `${kind}: severity.yaml 没有这一种类的行,请改名或补行 · severity.yaml has no rows of this kind, rename it or add them: ${table}`,
        })),
    ),
  );
}

/** Classes of publishers that weigh as a class which opinion.yaml does not hold: they would weigh nothing. */
export function classesWithoutAuthority({ classes }: PublisherRules, { authority }: OpinionRules): Fault[] {
  const known = new Set(authority.classes.map(({ id }) => id));
  return Object.entries(classes).flatMap(([name, { authority: id }]) =>
    id === null || known.has(id)
      ? []
      : [
          {
            where: `publishers.yaml › classes.${name}.authority`,
            message: `opinion.yaml 没有这一类,请改名或补上 · opinion.yaml has no such class, rename it or add it: ${id}`,
          },
        ],
  );
}

/** Documents given to units that bureaus.yaml does not hold: their matters would find nobody. */
export function documentsWithoutUnits(documents: readonly PolicyDocument[], { units }: BureauRules): Fault[] {
  const known = new Set(units.map(({ code }) => code));
  return documents.flatMap(({ id, bureau }, index) =>
    known.has(bureau)
      ? []
      : [
          {
            where: `documents.yaml › documents.${index}.bureau`,
            message: `${id}: bureaus.yaml 没有这个单位 · bureaus.yaml has no such unit: ${bureau}`,
          },
        ],
  );
}
