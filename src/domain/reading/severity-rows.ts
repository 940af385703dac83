import { type Condition, QUANTITIES, type Quantity, conditionsOf, type SeverityRow } from './reading-rules.js';
import type { SeverityRules } from './reading-rules.js';

/** A row with its lines as lists of conditions that hold together. */
export interface GradingRow {
  row: SeverityRow;
  lines: readonly (readonly Condition[])[];
  /** Of a table of the kind itself, not of the reference lines. */
  own: boolean;
  /** No earlier version of it is held: it serves also for the days before it. */
  oldest: boolean;
}

/** The rows that can grade the happenings of some tables, in the order of the file, and what their own ones ask for. */
export interface GradingRows {
  rows: readonly GradingRow[];
  internal: readonly GradingRow[];
  quantities: readonly Quantity[];
  said: ReadonlySet<string>;
}

const NAMES: ReadonlySet<string> = new Set(QUANTITIES);
const isQuantity = (name: string): name is Quantity => NAMES.has(name);

function madeReady(rows: readonly SeverityRow[], tables: readonly string[], reference?: string): GradingRow[] {
  return rows
    .filter(({ kind }) => kind === reference || tables.includes(kind))
    .map((row) => ({
      row,
      lines: row.anyOf.map(conditionsOf),
      own: tables.includes(row.kind),
      oldest: !rows.some(
        ({ kind, level, validFrom }) => kind === row.kind && level === row.level && validFrom < row.validFrom,
      ),
    }));
}

function chosen({ rows, reference, internal }: SeverityRules, tables: readonly string[]): GradingRows {
  const useReference = tables.length === 0 || reference.alongsideOwnTable;
  const law = madeReady(rows, tables, useReference ? reference.kind : undefined);
  const office = madeReady(internal.rows, tables);
  const asked = [...law, ...office].filter(({ own }) => own).flatMap(({ lines }) => lines.flat());
  return {
    rows: law,
    internal: office,
    quantities: [...new Set(asked.flatMap((one) => ('metric' in one && isQuantity(one.metric) ? [one.metric] : [])))],
    said: new Set(asked.flatMap((one) => ('said' in one ? [one.said] : []))),
  };
}

/** By rules and tables: a pure function remembered. */
const known = new WeakMap<SeverityRules, Map<string, GradingRows>>();

export function gradingRows(rules: SeverityRules, tables: readonly string[]): GradingRows {
  let byTables = known.get(rules);
  if (!byTables) known.set(rules, (byTables = new Map<string, GradingRows>()));
  const key = tables.join('\n');
  let rows = byTables.get(key);
  if (!rows) byTables.set(key, (rows = chosen(rules, tables)));
  return rows;
}
