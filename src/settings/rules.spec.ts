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

  test('a class of publishers that weighs as none of opinion.yaml is told, and so is a table of an office kind', () => {
    change('publishers.yaml', 'authority: central', 'authority: imperial');
    change('lexicon.yaml', 'tables: 安全播出突发事件(内部)', 'tables: 安全播出(无)');
    expect(() => loadRules(folder)).toThrow(/office\.kinds\.0\.tables[^]*classes\.central\.authority[^]*imperial/);
  });
});
