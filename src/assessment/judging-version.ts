import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/explanation/canonical-json.js';

/**
 * The version of the judging code. Raise it with every change of code by which any article may be judged otherwise, or its judgement be
 * kept in another form: a judgement is only held to be repeatable under the version that made it.
 */
const CODE = 11;
const SHOWN = 16;

/**
 * What an article is judged by, as one short word: the code's version and a digest over all rule files as they were read. Blanks and
 * comments of the files do not count.
 */
export function judgingVersion(rules: object): string {
  const digest = createHash('sha256').update(canonicalJson(rules)).digest('hex');
  return `${CODE}-${digest.slice(0, SHOWN)}`;
}
