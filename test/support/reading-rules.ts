import { join } from 'node:path';
import type { ReadingRules } from '../../src/domain/reading/reading-rules.js';
import type { Fault } from '../../src/settings/fault.js';
import { lexiconFile } from '../../src/settings/lexicon-file.js';
import { severityFile } from '../../src/settings/severity-file.js';
import { readYamlFile } from '../../src/settings/yaml-file.js';

const CONFIG = join(__dirname, '..', '..', 'config');

/** The severity tables and the lexicon as they ship. */
export function shippedReadingRules(): ReadingRules {
  const faults: Fault[] = [];
  const severity = readYamlFile(join(CONFIG, 'severity.yaml'), severityFile, faults);
  const lexicon = readYamlFile(join(CONFIG, 'lexicon.yaml'), lexiconFile, faults);
  if (!severity || !lexicon) throw new Error(JSON.stringify(faults));
  return { severity, lexicon };
}
