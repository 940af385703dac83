import type { EntityManager } from 'typeorm';
import type { Tier } from '../../domain/clocks/policy.js';
import { noSource } from './source-reader.js';

/** A source as it is changed. */
export interface HeldSource {
  id: string;
  name: string;
  url: string;
  tier: Tier;
  kind: 'public' | 'own';
  family: string;
  folder: string | null;
  expectedSeconds: number | null;
  origin: 'file' | 'api';
  enabled: boolean;
  isPaused: boolean;
  isIntake: boolean;
}

/** Holds the source until the transaction ends, so that two people changing it take turns. @throws NotFoundException */
export async function holdSource(tx: EntityManager, id: string): Promise<HeldSource> {
  const [held] = await tx.query<HeldSource[]>(
    `select id, name, url, tier, kind, family, folder, expected_seconds as "expectedSeconds", origin, enabled,
       paused_at is not null as "isPaused", exists (select from intake where intake.id = source.id) as "isIntake"
     from source where id = $1 and origin <> 'built_in' for update`,
    [id],
  );
  if (!held) throw noSource();
  return held;
}
