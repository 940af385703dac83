import { assessArticle, type Assessor, prepareAssessor } from '../assessment/assess-article.js';
import type { StorySignature } from '../domain/stories/story.js';
import { clusterAll } from '../domain/stories/story-cluster.js';
import type { Rules } from '../settings/rules.js';
import { storySignature } from '../assessment/story-signature.js';
import { type ArticleLine, articleLine, publishedAt } from './article-line.js';
import type { CommandIo } from './command-io.js';
import { JsonLineWriter, type LineFault, linesOf, readLine } from './json-lines.js';

type Held = { id: ArticleLine['id']; signature: StorySignature } | { fault: LineFault };

function hold(line: string, assessor: Assessor): Held {
  const read = readLine(line, articleLine);
  if ('fault' in read) return read;
  const { id, title, text } = read.value;
  const article = { title, text: text ?? '', publishedAt: publishedAt(read.value) };
  return { id, signature: storySignature(article, assessArticle(article, assessor).reading, assessor) };
}

const dayOf = (held: Held): number => ('fault' in held ? 0 : (held.signature.firstDay ?? 0));

/** A story's number for every article, oldest first as they would have come in; faulty lines have none. */
function numbersFor(all: readonly Held[]): Map<Held, number> {
  const inOrder = all.map((held, at) => ({ held, at })).sort((a, b) => dayOf(a.held) - dayOf(b.held) || a.at - b.at);
  const articles = inOrder.flatMap(({ held }) => ('fault' in held ? [] : [held]));
  const numbers = clusterAll(articles.map((held) => held.signature));
  return new Map(articles.map((held, at) => [held, numbers[at] ?? -1]));
}

/**
 * Joins articles on one happening: JSON lines in, `{id, cluster}` out in the same order once all are read. A bad line gives
 * `{id, error}` and the run goes on.
 * @returns 0; 2 when there are arguments, which it does not know
 */
export async function clusterCommand(argv: string[], io: CommandIo, rules: Rules): Promise<number> {
  if (argv.length > 0) {
    io.error.write('用法 usage: cluster < in.jsonl > out.jsonl\n');
    return 2;
  }
  const assessor = prepareAssessor(rules);
  const all: Held[] = [];
  for await (const line of linesOf(io.input)) all.push(hold(line, assessor));
  const numbers = numbersFor(all);
  const writer = new JsonLineWriter(io.output);
  for (const held of all) {
    const answer = 'fault' in held ? held.fault : { id: held.id, cluster: `s${(numbers.get(held) ?? 0) + 1}` };
    if (!(await writer.write(answer))) break;
  }
  return 0;
}
