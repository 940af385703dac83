import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SettingsError } from './fault.js';
import { loadSettings } from './settings.js';

const ROOT = resolve(__dirname, '../..');

describe('settings', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const faultsOf = (variables: Record<string, string>): string[] => {
    try {
      loadSettings(variables, ROOT);
      return [];
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return error.faults.map((fault) => `${fault.where}: ${fault.message}`);
    }
  };

  it('reads what is shipped without a fault, and freezes it', () => {
    const settings = loadSettings({}, ROOT);
    expect(settings.policy.clocks.map((rule) => rule.kind)).toContain('statement_5h');
    expect(Object.isFrozen(settings.policy.clocks)).toBe(true);
    expect(loadSettings({ JURISDICTION: 'nation' }, ROOT).policy.jurisdiction).toBe('nation');
  });

  it('lists the faults of variables and of every file at once', () => {
    const faults = faultsOf({
      PORT: 'ninety',
      JURISDICTION: 'world',
      POLICY_FILE: file('policy.yaml', 'version: [1'),
      SOURCES_FILE: file('sources.yaml', 'sources: [{ id: A, name: x, url: ftp://x, tier: core, family: x }]'),
    });
    for (const part of ['PORT', 'JURISDICTION', 'policy.yaml', 'sources.0.id', 'sources.0.url']) {
      expect(faults.filter((fault) => fault.includes(part))).toHaveLength(1);
    }
  });

  it('refuses a policy that makes a statutory limit wider', () => {
    const policy = JSON.parse(JSON.stringify(loadSettings({}, ROOT).policy)) as {
      clocks: { kind: string; hours: number }[];
    };
    for (const rule of policy.clocks) if (rule.kind === 'statement_5h') rule.hours = 6;
    const faults = faultsOf({ POLICY_FILE: file('wide.yaml', JSON.stringify(policy)) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('5');
  });

  it('names a file that is not there', () => {
    expect(faultsOf({ SOURCES_FILE: join(folder, 'nowhere.yaml') })[0]).toContain('ENOENT');
  });

  it("knows that the office's own table is adopted once it bears a name and a day", () => {
    const root = join(folder, 'adopted');
    cpSync(join(ROOT, 'config'), join(root, 'config'), { recursive: true });
    expect(loadSettings({}, root).policy.internalTableAdopted).toBeUndefined();
    const path = join(root, 'config', 'severity.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^ {2}adopted: null$/m, "  adopted: { by: 办公厅, on: '2026-12-01' }"));
    expect(loadSettings({}, root).policy.internalTableAdopted).toBe(true);
  });
});
