import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { type Reading, readArticle } from './assessment.js';
import { readDate } from '../dates/dates.js';
import type { Facts } from './facts.js';
import { LEVELS } from '../level.js';

/** The measuring set stands outside the project and may not be copied into it. */
const OPEN_SET = join(resolve(__dirname, '../../../../shared'), 'data', 'severity', 'open.jsonl');

interface Labelled {
  case: { id: string; title: string; text: string; published: string | null; granularity: string };
  gold: {
    is_incident: boolean;
    scope: string;
    level: string | null;
    level_scorable: boolean;
    alert: boolean | null;
    alt?: Record<string, (number | null)[]>;
  } & Record<string, unknown>;
}

const FIELDS: [gold: string, fact: keyof Facts][] = [
  ['deaths', 'deaths'],
  ['missing', 'missing'],
  ['serious_injuries', 'seriousInjuries'],
  ['injuries', 'injuries'],
  ['poisoned', 'poisoned'],
];

interface Judged extends Labelled {
  reading: Reading;
}

function judgeAll(): Judged[] {
  const rules = shippedReadingRules();
  return readFileSync(OPEN_SET, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const labelled = JSON.parse(line) as Labelled;
      const { title, text, published, granularity } = labelled.case;
      const publishedAt = published ? (readDate(published)?.at ?? null) : null;
      const article = { title, text: granularity === 'headline' ? '' : text, publishedAt };
      return { ...labelled, reading: readArticle(article, rules) };
    });
}

function fieldScore(judged: Judged[], [name, fact]: [string, keyof Facts]): { recall: number; precision: number } {
  const incidents = judged.filter(({ gold }) => gold.is_incident);
  const said = incidents.filter(({ reading }) => reading.facts[fact] !== null);
  const right = said.filter(({ gold, reading }) =>
    [gold[name], ...(gold.alt?.[name] ?? [])].includes(reading.facts[fact]?.value),
  );
  const wanted = incidents.filter(({ gold }) => gold[name] !== null);
  return { recall: right.length / wanted.length, precision: right.length / said.length };
}

function levelScore(judged: Judged[]): { accuracy: number; under: number; over: number } {
  const scored = judged.filter(
    ({ gold }) => gold.is_incident && gold.level_scorable && ['domestic', 'mixed'].includes(gold.scope),
  );
  const rank = (level: string | null) => (level === null ? LEVELS.length : LEVELS.findIndex((one) => one === level));
  const off = scored.map(({ gold, reading }) => rank(reading.level) - rank(gold.level));
  return {
    accuracy: off.filter((difference) => difference === 0).length / scored.length,
    under: off.filter((difference) => difference > 0).length,
    over: off.filter((difference) => difference < 0).length,
  };
}

function alertScore(judged: Judged[]): { caught: number; labelled: number; falseAlerts: string[] } {
  const scored = judged.filter(({ gold }) => gold.alert !== null && gold.alert !== undefined);
  const labelled = scored.filter(({ gold }) => gold.alert);
  return {
    caught: labelled.filter(({ reading }) => reading.alert).length,
    labelled: labelled.length,
    falseAlerts: scored.filter(({ gold, reading }) => !gold.alert && reading.alert).map((one) => one.case.id),
  };
}

const present = existsSync(OPEN_SET);
if (!present) console.warn(`跳过测量: 没有 ${OPEN_SET} · measuring skipped: the set is not beside the project`);

(present ? describe : describe.skip)('measured on the open set', () => {
  let judged: Judged[];

  beforeAll(() => {
    judged = judgeAll();
  });

  it('catches the alerts and raises few false ones', () => {
    const { caught, labelled, falseAlerts } = alertScore(judged);
    expect(labelled - caught).toBeLessThanOrEqual(1);
    expect(falseAlerts.length).toBeLessThanOrEqual(4);
  });

  it('gives the level', () => {
    const { accuracy, under, over } = levelScore(judged);
    expect(accuracy).toBeGreaterThanOrEqual(0.94);
    expect(under).toBeLessThanOrEqual(over + 2);
  });

  it.each([
    ['deaths', 0.95, 0.95],
    ['missing', 0.93, 0.93],
    ['injuries', 0.93, 0.93],
    ['serious_injuries', 0.85, 0.9],
    ['poisoned', 0.9, 0.9],
  ])('reads %s', (name, recall, precision) => {
    const field = FIELDS.find(([gold]) => gold === name);
    if (!field) throw new Error(name);
    const score = fieldScore(judged, field);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
    expect(score.precision).toBeGreaterThanOrEqual(precision);
  });
});
