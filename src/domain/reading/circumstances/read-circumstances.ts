import type { MarkedText } from '../../text/marked-text.js';
import { QUANTITIES, type Condition, type Quantity, type SeverityRules, conditionsOf } from '../reading-rules.js';
import type { Circumstances } from './circumstances.js';
import { quantityOf } from './quantities.js';
import { saidIn } from './said.js';

const NAMES: ReadonlySet<string> = new Set(QUANTITIES);

/** What the rows of some tables ask for beside the casualties. */
function askedBy({ rows, internal }: SeverityRules, tables: readonly string[]): Condition[] {
  return [...rows, ...internal.rows]
    .filter(({ kind }) => tables.includes(kind))
    .flatMap(({ anyOf }) => anyOf.flatMap(conditionsOf));
}

/** Reads the quantities and words that the tables of this kind of happening ask for, and nothing else. */
export function readCircumstances(
  rules: SeverityRules,
  tables: readonly string[],
  fields: readonly MarkedText[],
): Circumstances {
  const asked = askedBy(rules, tables);
  const metrics = new Set(asked.flatMap((one) => ('metric' in one && NAMES.has(one.metric) ? [one.metric] : [])));
  const ids = new Set(asked.flatMap((one) => ('said' in one ? [one.said] : [])));
  const found = ([...metrics] as Quantity[]).flatMap((metric) => {
    const figure = quantityOf(metric, fields);
    return figure ? [[metric, figure] as const] : [];
  });
  const said = ids.size > 0 ? saidIn(rules.circumstances, fields).filter(({ id }) => ids.has(id)) : [];
  return { quantities: Object.fromEntries(found), said };
}
