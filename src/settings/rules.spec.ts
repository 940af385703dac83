import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadRules } from './rules.js';

const CONFIG = resolve(__dirname, '../../config');

describe('the rule files together', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync(CONFIG, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  };

  test('as shipped fit each other', () => {
    expect(loadRules(folder).severity.rows.length).toBeGreaterThan(0);
  });

  test('a kind that sends to a table nobody wrote is told, with the faults of the other files', () => {
    change('lexicon.yaml', 'tables: 地震', 'tables: 地动');
    change('bureaus.yaml', 'fallback: GENERAL_OFFICE', 'fallback: NOBODY');
    expect(() => loadRules(folder)).toThrow(/no such unit[^]*NOBODY[^]*lexicon\.yaml › kinds\.0\.tables[^]*地动/);
  });
});
