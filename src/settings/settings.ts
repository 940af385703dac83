import { resolve } from 'node:path';
import type { Policy } from '../domain/clocks/policy.js';
import { type Environment, POLICY_FILE, readEnvironment, SOURCES_FILE } from './env.js';
import { type Fault, SettingsError } from './fault.js';
import { policyFile } from './policy-file.js';
import { type Rules, readRules } from './rules.js';
import { type DeclaredSource, sourcesFile } from './sources-file.js';
import { readYamlFile } from './yaml-file.js';

/** Everything the office or the machine's keeper has set, read once, checked as a whole and frozen; the policy may give way to a later one. */
export class Settings {
  private readonly inForce: { policy: Policy };

  constructor(
    readonly env: Environment,
    policy: Policy,
    readonly rules: Rules,
    readonly sources: readonly DeclaredSource[],
    /** The project's folder. */
    readonly root: string,
    /** The built server's folder, from which threads start; null: all is done in the process's own thread (tests). */
    readonly built: string | null = null,
  ) {
    this.inForce = { policy };
    Object.freeze(this);
  }

  /** In force now: read it where it is needed, for it may change while the process runs. */
  get policy(): Policy {
    return this.inForce.policy;
  }

  /** From now on this policy is in force in this process. */
  adopt(policy: Policy): void {
    this.inForce.policy = deepFreeze(policy);
  }

  /**
   * Reads the policy's file anew.
   * @throws SettingsError with all its faults
   */
  readPolicy(): Policy {
    const faults: Fault[] = [];
    const policy = readYamlFile(this.env.POLICY_FILE, policyFile, faults);
    if (!policy) throw new SettingsError(faults);
    return effective(policy, this.env, this.rules);
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
  const held = deepFreeze(effective(policy, env, rules));
  return new Settings(env, held, rules, deepFreeze(sources.sources), root, built);
}

/** The policy as it counts here: with the jurisdiction of the environment, and whether the office's own table is adopted. */
function effective(policy: Policy, env: Environment, { severity }: Rules): Policy {
  const adopted = severity.internal.adopted === null ? {} : { internalTableAdopted: true };
  return { ...policy, jurisdiction: env.JURISDICTION ?? policy.jurisdiction, ...adopted };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
