import { join } from 'node:path';
import type { z } from 'zod';
import { bureausFile } from './bureaus-file.js';
import { classesWithoutAuthority, documentsWithoutUnits, kindsWithoutRows } from './cross-checks.js';
import { documentsFile } from './documents-file.js';
import type { Fault } from './fault.js';
import { SettingsError } from './fault.js';
import { lexiconFile } from './lexicon-file.js';
import { opinionFile } from './opinion-file.js';
import { publishersFile } from './publishers-file.js';
import { severityFile } from './severity-file.js';
import { trainingFile } from './training-file.js';
import { readYamlFile } from './yaml-file.js';

/** What judging goes by: tables, words, the heat of the talk, publishers, bureaus, the classifier's examples, and who drafted which document. */
export interface Rules {
  severity: z.infer<typeof severityFile>;
  lexicon: z.infer<typeof lexiconFile>;
  opinion: z.infer<typeof opinionFile>;
  publishers: z.infer<typeof publishersFile>;
  bureaus: z.infer<typeof bureausFile>;
  training: z.infer<typeof trainingFile>;
  documents: z.infer<typeof documentsFile>;
}

/** Reads the rule files of a folder; null when there are faults, which are added to the list. */
export function readRules(folder: string, faults: Fault[]): Rules | null {
  const severity = readYamlFile(join(folder, 'severity.yaml'), severityFile, faults);
  const lexicon = readYamlFile(join(folder, 'lexicon.yaml'), lexiconFile, faults);
  const opinion = readYamlFile(join(folder, 'opinion.yaml'), opinionFile, faults);
  const publishers = readYamlFile(join(folder, 'publishers.yaml'), publishersFile, faults);
  const bureaus = readYamlFile(join(folder, 'bureaus.yaml'), bureausFile, faults);
  const training = readYamlFile(join(folder, 'training.yaml'), trainingFile, faults);
  const documents = readYamlFile(join(folder, 'documents.yaml'), documentsFile, faults);
  const crossed = [
    ...(severity && lexicon ? kindsWithoutRows(lexicon, severity) : []),
    ...(publishers && opinion ? classesWithoutAuthority(publishers, opinion) : []),
    ...(documents && bureaus ? documentsWithoutUnits(documents.items, bureaus) : []),
  ];
  faults.push(...crossed);
  if (!severity || !lexicon || !opinion || !publishers || !bureaus || !training || !documents) return null;
  return crossed.length === 0 ? { severity, lexicon, opinion, publishers, bureaus, training, documents } : null;
}

/** @throws SettingsError with all faults of all rule files */
export function loadRules(folder: string): Rules {
  const faults: Fault[] = [];
  const rules = readRules(folder, faults);
  if (!rules) throw new SettingsError(faults);
  return rules;
}
