import { parseArgs } from 'node:util';
import { assessArticle, type ArticleAssessment, type Assessor, prepareAssessor } from '../assessment/assess-article.js';
import type { Figure } from '../domain/reading/assessment.js';
import type { Rules } from '../settings/rules.js';
import { type ArticleLine, articleLine, publishedAt } from './article-line.js';
import type { CommandIo } from './command-io.js';
import { JsonLineWriter, linesOf, readLine } from './json-lines.js';

const USAGE = '用法 usage: assess [--jurisdiction office|nation] < in.jsonl > out.jsonl\n';

type Jurisdiction = 'office' | 'nation';

/** Undefined when the arguments are not understood. */
function jurisdictionOf(argv: string[]): Jurisdiction | undefined {
  try {
    const { values } = parseArgs({ args: argv, options: { jurisdiction: { type: 'string', default: 'nation' } } });
    const { jurisdiction } = values;
    return jurisdiction === 'office' || jurisdiction === 'nation' ? jurisdiction : undefined;
  } catch {
    return undefined;
  }
}

/** The figures by the names of the wire, in its order. */
function figuresOf({ reading }: ArticleAssessment): [name: string, figure: Figure | null][] {
  const { facts } = reading;
  return [
    ['deaths', facts.deaths],
    ['missing', facts.missing],
    ['serious_injuries', facts.seriousInjuries],
    ['injuries', facts.injuries],
    ['economic_loss_yuan', facts.economicLossYuan],
    ['poisoned', facts.poisoned],
  ];
}

function answerFor(line: ArticleLine, assessment: ArticleAssessment, jurisdiction: Jurisdiction): object {
  const { reading, route } = assessment;
  const figures = figuresOf(assessment);
  return {
    id: line.id,
    // A happening abroad is nobody's duty here.
    is_incident: reading.isIncident && reading.scope !== 'foreign',
    in_scope: route.inScope,
    phase: reading.phase,
    scope: reading.scope,
    ...Object.fromEntries(figures.map(([name, figure]) => [name, figure?.value ?? null])),
    occurred_at: reading.occurredAt?.at.toISOString() ?? null,
    level: reading.level,
    alert: reading.alert && (jurisdiction === 'nation' || route.inScope),
    focus: route.focus,
    lead: route.lead,
    co: route.co,
    spans: Object.fromEntries(figures.flatMap(([name, figure]) => (figure ? [[name, figure.span]] : []))),
  };
}

function assess(line: ArticleLine, assessor: Assessor, jurisdiction: Jurisdiction): object {
  const { title, text, source } = line;
  const article = { title, text: text ?? '', publishedAt: publishedAt(line), ...(source ? { source } : {}) };
  try {
    return answerFor(line, assessArticle(article, assessor), jurisdiction);
  } catch (error) {
    return {
      id: line.id,
      error: `无法研判,请报告 · could not be assessed, please report: ${(error as Error).message}`,
    };
  }
}

/**
 * Judges articles, one JSON line in, one out, in order. A bad line gives `{id, error}` and the run goes on. `alert` judges
 * the whole nation unless `--jurisdiction office`, which asks for `in_scope` as well.
 * @returns 0; 2 when the arguments are not understood
 */
export async function assessCommand(argv: string[], io: CommandIo, rules: Rules): Promise<number> {
  const jurisdiction = jurisdictionOf(argv);
  if (!jurisdiction) {
    io.error.write(USAGE);
    return 2;
  }
  const assessor = prepareAssessor(rules);
  const writer = new JsonLineWriter(io.output);
  for await (const line of linesOf(io.input)) {
    const read = readLine(line, articleLine);
    if (!(await writer.write('fault' in read ? read.fault : assess(read.value, assessor, jurisdiction)))) break;
  }
  return 0;
}
