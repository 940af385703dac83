import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Policy } from '../domain/clocks/policy.js';
import { append } from '../journal/append.js';
import { SettingsError } from '../settings/fault.js';
import { Settings } from '../settings/settings.js';
import { keepPolicy } from './policy-versions.js';

const ACTOR = 'system:clocks';

/**
 * Takes the policy up at start and whenever its file has changed, without a restart: a valid one is stored and counts for what begins
 * from then on; of an invalid one the log and the journal tell, and the one before stays in force.
 */
@Injectable()
export class PolicyKeeper implements OnModuleInit {
  private readonly logger = new Logger(PolicyKeeper.name);
  /** Digest of the file as it was last looked at. */
  private seen: string | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.take(this.settings.policy);
  }

  /** @returns whether another policy is in force now */
  async look(): Promise<boolean> {
    const digest = await this.fileDigest();
    if (digest === this.seen) return false;
    const before = this.settings.policy.version;
    try {
      await this.take(this.settings.readPolicy());
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      await this.refuse(digest, error);
    }
    this.seen = digest;
    return this.settings.policy.version !== before;
  }

  private async take(policy: Policy): Promise<void> {
    const kept = await this.db.transaction(async (tx) => {
      const { kept, isNew } = await keepPolicy(tx, policy);
      await tx.query('delete from policy_refusal');
      const data = { version: kept.version, title: kept.title };
      if (isNew) await append(tx, [{ kind: 'policy.taken', incidentId: null, actor: ACTOR, data }]);
      return kept;
    });
    this.settings.adopt(kept);
  }

  /** Several processes look at one file: one of them tells. */
  private async refuse(digest: string, { faults }: SettingsError): Promise<void> {
    const told = faults.map(({ where, message }) => `${where}: ${message}`);
    this.logger.error(['政策文件有误,沿用原政策 · policy refused, the one before stays:', ...told].join('\n  '));
    await this.db.transaction(async (tx) => {
      const fresh = await tx.query<unknown[]>(
        'insert into policy_refusal (digest, faults) values ($1, $2) on conflict do nothing returning digest',
        [digest, told],
      );
      const data = { version: this.settings.policy.version, faults: told };
      if (fresh.length > 0) await append(tx, [{ kind: 'policy.refused', incidentId: null, actor: ACTOR, data }]);
    });
  }

  private async fileDigest(): Promise<string> {
    const text = await readFile(this.settings.env.POLICY_FILE).catch(() => 'missing');
    return createHash('sha256').update(text).digest('hex');
  }
}
