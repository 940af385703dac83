import { resolve } from 'node:path';
import type { Policy } from '../domain/clocks/policy.js';
import { type Environment, POLICY_FILE, readEnvironment, SOURCES_FILE } from './env.js';
import { type Fault, SettingsError } from './fault.js';
import { policyFile } from './policy-file.js';
import { type Rules, readRules } from './rules.js';
import { type DeclaredSource, sourcesFile } from './sources-file.js';
import { readYamlFile } from './yaml-file.js';

/** Everything the office or the machine's keeper has set, read once, checked as a whole and frozen. */
export class Settings {
  constructor(
    readonly env: Environment,
    readonly policy: Policy,
    readonly rules: Rules,
    readonly sources: readonly DeclaredSource[],
    /** The project's folder. */
    readonly root: string,
    /** The built server's folder, from which threads start; null: all is done in the process's own thread (tests). */
    readonly built: string | null = null,
  ) {
    Object.freeze(this);
  }

  /** @throws when DATABASE_URL is not set: start.mjs sets it for the embedded server. */
  get databaseUrl(): string {
    if (!this.env.DATABASE_URL) throw new Error('DATABASE_URL 未设置 · is not set: start with `npm start`');
    return this.env.DATABASE_URL;
  }
}

/**
 * Reads environment, policy, rules and sources.
 * @throws SettingsError with all faults of all files at once
 */
export function loadSettings(variables: NodeJS.ProcessEnv, root: string, built: string | null = null): Settings {
  const faults: Fault[] = [];
  const env = readEnvironment(variables, root, faults);
  // A faulty variable must not hide the faults of the files.
  const policy = readYamlFile(resolve(root, variables['POLICY_FILE'] || POLICY_FILE), policyFile, faults);
  const sources = readYamlFile(resolve(root, variables['SOURCES_FILE'] || SOURCES_FILE), sourcesFile, faults);
  const rules = readRules(resolve(root, 'config'), faults);
  if (!env || !policy || !sources || !rules || faults.length > 0) throw new SettingsError(faults);
  const jurisdiction = env.JURISDICTION ?? policy.jurisdiction;
  const adopted = rules.severity.internal.adopted === null ? {} : { internalTableAdopted: true };
  const held = deepFreeze({ ...policy, jurisdiction, ...adopted });
  return new Settings(env, held, rules, deepFreeze(sources.sources), root, built);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
