import type { EntityManager } from 'typeorm';

/** One at a time changes a campaign, or does what falls due of it. */
export async function lockCampaign(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`huiying:campaign:${id}`]);
}
