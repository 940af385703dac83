import { z } from 'zod';
import { METRICS, type SeverityRow, type SeverityRules, conditionsOf } from '../domain/reading/reading-rules.js';

const day = z.iso.date();

const criterion = z
  .strictObject({
    metric: z.enum(METRICS),
    gte: z.number().min(0).optional(),
    lt: z.number().positive().optional(),
  })
  .superRefine(({ gte, lt }, context) => {
    if (gte === undefined && lt === undefined) {
      context.addIssue({ code: 'custom', message: '写明 gte 或 lt · give gte, lt or both' });
    } else if (gte !== undefined && lt !== undefined && gte >= lt) {
      context.addIssue({ code: 'custom', path: ['lt'], message: 'lt 须大于 gte · lt must be above gte' });
    }
  });

const said = z.strictObject({ said: z.string().min(1) });
const condition = z.union([criterion, said]);
const line = z.union([condition, z.strictObject({ all: z.array(condition).min(2) })]);

const circumstance = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, '只用字母 · letters only'),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  // 一词一行或以空格分隔 · one string, its words parted by spaces
  words: z.string().transform((list) => list.split(/\s+/).filter((one) => one !== '')),
});

const row = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/, '形如 WS-I · of the form WS-I'),
  category: z.string().min(1),
  kind: z.string().min(1),
  level: z.enum(['I', 'II', 'III', 'IV']),
  text: z.string().min(4),
  anyOf: z.array(line),
  byPerson: z.literal(true).optional(),
  countsMissing: z.boolean(),
  source: z.string().min(4, '写明出处 · name the rule it carries'),
  confidence: z.string().min(1),
  verified: z.boolean(),
  validFrom: day,
  validTo: day.optional(),
});

const internal = z.strictObject({
  basis: z.literal('INTERNAL'),
  // 采用前为 null · null until the office adopts the table
  adopted: z.strictObject({ by: z.string().min(1), on: day }).nullable(),
  citation: z.string().min(4),
  rows: z.array(row),
});

type Complain = (path: (string | number)[], message: string) => void;

function checkRow(one: SeverityRow, circumstances: ReadonlySet<string>, complain: (message: string) => void): void {
  const conditions = one.anyOf.flatMap(conditionsOf);
  const missing = conditions.some((each) => 'metric' in each && each.metric === 'deathsOrMissing');
  if (one.countsMissing !== missing) complain('countsMissing 与 anyOf 不符 · does not agree with anyOf');
  if ((one.anyOf.length === 0) !== (one.byPerson === true))
    complain(
      'anyOf 为空时须写 byPerson: true,否则不写 · byPerson: true goes with an empty anyOf and with nothing else',
    );
  for (const each of conditions)
    if ('said' in each && !circumstances.has(each.said))
      complain(`circumstances 没有此项,请改名或补上 · not in circumstances, rename it or add it: ${each.said}`);
}

function checkRows({ rows, internal, circumstances }: SeverityRules, complain: Complain): void {
  const known = new Set(circumstances.map(({ id }) => id));
  const seen = new Set<string>();
  const places = [
    ...rows.map((one, at) => ({ one, path: ['rows', at] })),
    ...internal.rows.map((one, at) => ({ one, path: ['internal', 'rows', at] })),
  ];
  for (const { one, path } of places) {
    if (seen.has(one.id)) complain(path, `重复 · used twice: ${one.id}`);
    seen.add(one.id);
    checkRow(one, known, (message) => complain(path, `${one.id}: ${message}`));
  }
}

/** `config/severity.yaml`. Ids are unique, lines and their marks agree, and the reference kind has rows for all levels. */
export const severityFile = z
  .strictObject({
    version: z.string().min(1),
    reference: z.strictObject({
      kind: z.string().min(1),
      basis: z.enum(['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL']),
      alongsideOwnTable: z.boolean(),
    }),
    unverifiedRowsGrade: z.boolean(),
    circumstances: z.array(circumstance),
    rows: z.array(row).min(1),
    internal,
  })
  .superRefine((rules, context) => {
    const { rows, reference } = rules;
    checkRows(rules, (path, message) => context.addIssue({ code: 'custom', path, message }));
    const levels = new Set(rows.filter((one) => one.kind === reference.kind).map((one) => one.level));
    if (levels.size < 4) {
      const message = `参照种类须有四级 · the reference kind needs rows of all four levels: ${reference.kind}`;
      context.addIssue({ code: 'custom', path: ['reference', 'kind'], message });
    }
  }) satisfies z.ZodType<SeverityRules>;
