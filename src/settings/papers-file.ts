import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, SettingsError } from './fault.js';
import { readYamlFile } from './yaml-file.js';

const words = z.string().trim().min(1);

/** `config/papers.yaml`: templates of what the office publishes, each with its source, what such a text has to tell, and what a press conference needs. */
const papersFile = z.strictObject({
  version: words,
  templates: z.array(z.strictObject({ id: words, zh: words, en: words, source: words, text: words })).min(1),
  elements: z.array(z.strictObject({ id: words, zh: words, en: words, words: z.array(words).min(1) })),
  checklist: z.strictObject({
    source: words,
    items: z.array(z.strictObject({ id: words, zh: words, en: words, hours: z.number().min(0).max(24) })).min(1),
  }),
});
export type PapersFile = z.infer<typeof papersFile>;

/** @throws SettingsError with all faults of the file */
export function loadPapers(root: string): PapersFile {
  const faults: Fault[] = [];
  const papers = readYamlFile(join(root, 'config', 'papers.yaml'), papersFile, faults);
  if (!papers) throw new SettingsError(faults);
  return papers;
}
