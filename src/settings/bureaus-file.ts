import { z } from 'zod';
import { type BureauRules, DISPOSITIONS, type WordCondition } from '../domain/routing/routing-rules.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import { contactsShape } from './contacts-file.js';
import type { Complain } from './policy-checks.js';

const word = z.string().min(1);
/** Words parted by blanks, or a list of them. */
const words = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : value),
  z.array(word),
);
const someWords = words.refine((list) => list.length > 0, '至少一个词 · at least one word');
const code = z.string().regex(/^[A-Z][A-Z_]*$/, '大写字母与下划线 · capital letters and underscores');
const condition = z.strictObject({
  all: z.array(someWords).min(1),
  none: words.optional(),
}) satisfies z.ZodType<WordCondition>;

const unit = z.strictObject({
  code,
  nameZh: word,
  nameEn: word,
  duty: word,
  strong: someWords,
  support: words,
  exclusions: words.optional(),
  contacts: contactsShape,
  confidence: word,
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  successor: code.optional(),
});
const scopeRules = z.array(z.strictObject({ id: code, weight: z.number(), lead: code.optional(), when: condition }));
const focusName = z.enum(['MAJOR_POLICY', 'PUBLIC_INTEREST', 'IMAGE_CREDIBILITY', 'MAJOR_EMERGENCY']);

const shape = z.strictObject({
  version: word,
  asOf: z.iso.date(),
  source: z.string().min(4, '写明出处 · name the source'),
  weights: z.strictObject({
    strong: z.number().positive(),
    support: z.number().positive(),
    title: z.number().min(1),
    least: z.number().positive(),
    maxCo: z.int().min(0).max(24),
  }),
  fallback: code,
  casualties: code,
  units: z.array(unit).min(1),
  sets: z.record(z.string(), words),
  idle: words,
  cross: z.array(z.strictObject({ id: code, when: condition, lead: code.optional(), co: z.array(code) })),
  scope: z.strictObject({
    line: z.number(),
    voteLine: z.number().min(0).max(1),
    strongVoteLine: z.number().min(0).max(1),
    document: z.strictObject({ title: z.number(), opening: z.number() }),
    rules: scopeRules.min(1),
    opening: scopeRules,
  }),
  focus: z.array(
    z.strictObject({
      id: code,
      focus: focusName,
      leads: z.array(code).optional(),
      when: condition,
    }),
  ),
  disposition: z.array(
    z.strictObject({
      id: code,
      disposition: z.enum(DISPOSITIONS),
      leads: z.array(code).optional(),
      focus: z.array(focusName).optional(),
      happening: z.boolean().optional(),
      traps: z.array(word).optional(),
      when: condition.optional(),
    }),
  ),
});

function checkCodes(rules: BureauRules, complain: Complain): void {
  const known = new Set(rules.units.map((one) => one.code));
  rules.units.forEach((one, index) => {
    if (rules.units.findIndex((other) => other.code === one.code) !== index)
      complain(['units', index], `重复,请删去其一 · listed twice, remove one: ${one.code}`);
  });
  const check = (path: (string | number)[], codes: readonly (string | undefined)[]): void => {
    for (const one of codes)
      if (one && !known.has(one))
        complain(path, `没有这个单位,请用 units 中的代码 · no such unit, use a code of units: ${one}`);
  };
  if (!known.has(PRESS_OFFICE))
    complain(['units'], `缺少 ${PRESS_OFFICE},预警都发给它,请补上 · is missing: it is the press office, add the unit`);
  check(['fallback'], [rules.fallback]);
  check(['casualties'], [rules.casualties]);
  rules.cross.forEach((rule, index) => check(['cross', index], [rule.lead, ...rule.co]));
  rules.scope.rules.forEach((rule, index) => check(['scope', 'rules', index], [rule.lead]));
  rules.focus.forEach((rule, index) => check(['focus', index], rule.leads ?? []));
  rules.disposition.forEach((rule, index) => check(['disposition', index], rule.leads ?? []));
  rules.units.forEach((one, index) => check(['units', index, 'successor'], [one.successor]));
}

function checkSets(rules: BureauRules, complain: Complain): void {
  const check = (path: (string | number)[], when: WordCondition): void => {
    for (const one of [...when.all.flat(), ...(when.none ?? [])]) {
      if (one.startsWith('@') && !(one.slice(1) in rules.sets))
        complain(path, `没有这个词组 · no such word set: ${one}`);
    }
  };
  rules.cross.forEach((rule, index) => check(['cross', index], rule.when));
  rules.scope.rules.forEach((rule, index) => check(['scope', 'rules', index], rule.when));
  rules.scope.opening.forEach((rule, index) => check(['scope', 'opening', index], rule.when));
  rules.focus.forEach((rule, index) => check(['focus', index], rule.when));
  rules.disposition.forEach((rule, index) => rule.when && check(['disposition', index], rule.when));
}

/** `config/bureaus.yaml`: shape, and every code and word set that a rule names must be there. */
export const bureausFile = shape.superRefine((rules, context) => {
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path, message });
  checkCodes(rules, complain);
  checkSets(rules, complain);
}) satisfies z.ZodType<BureauRules>;
