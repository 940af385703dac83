import type { MarkedText } from '../../text/marked-text.js';
import type { SeverityRules } from '../reading-rules.js';
import { gradingRows } from '../severity-rows.js';
import type { Circumstances } from './circumstances.js';
import { quantityOf } from './quantities.js';
import { saidIn } from './said.js';

/** Reads the quantities and words that the tables of this kind of happening ask for, and nothing else. */
export function readCircumstances(
  rules: SeverityRules,
  tables: readonly string[],
  fields: readonly MarkedText[],
): Circumstances {
  const asked = gradingRows(rules, tables);
  const quantities: Circumstances['quantities'] = {};
  for (const metric of asked.quantities) {
    const figure = quantityOf(metric, fields);
    if (figure) quantities[metric] = figure;
  }
  const said = asked.said.size > 0 ? saidIn(rules.circumstances, fields).filter(({ id }) => asked.said.has(id)) : [];
  return { quantities, said };
}
