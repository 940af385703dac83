import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { EvidenceForm, Policy } from '../domain/clocks/policy.js';

/** What was stored before there was a ladder has none. */
type StoredPolicy = Omit<Policy, 'ladder'> & Partial<Pick<Policy, 'ladder'>>;

/** Characters of the digest that tell two contents of one stated version apart. */
const SUFFIX = 8;

/**
 * Stores a policy that was never in force before, under a name of its own: the version stated in the file, or, where that name stands for
 * another content already, `version+digest`. An edit with a forgotten version must not keep a start or an urgent correction waiting, and
 * must not change what running cases are judged by: so it gets a name rather than a refusal.
 * @returns the policy under the name it is kept by, and whether this call has stored it
 */
export async function keepPolicy(tx: EntityManager, policy: Policy): Promise<{ kept: Policy; isNew: boolean }> {
  const digest = digestOf(policy);
  const held = await nameOf(tx, digest);
  if (held !== null) return { kept: { ...policy, version: held }, isNew: false };
  for (const version of [policy.version, `${policy.version}+${digest.slice(0, SUFFIX)}`]) {
    const kept = { ...policy, version };
    const stored = await tx.query<unknown[]>(
      `insert into policy_version (version, digest, body) values ($1, $2, $3) on conflict do nothing returning version`,
      [version, digest, JSON.stringify(kept)],
    );
    if (stored.length > 0) return { kept, isNew: true };
    // Another process may have stored the same content meanwhile.
    const now = await nameOf(tx, digest);
    if (now !== null) return { kept: { ...policy, version: now }, isNew: false };
  }
  throw new Error(`无法为政策定名,请改 version 一行 · no name is left for this policy: change its version`);
}

/** The policies of these versions. */
export async function policiesOf(tx: EntityManager, current: Policy, versions: string[]): Promise<Map<string, Policy>> {
  const policies = new Map<string, Policy>();
  for (const version of new Set(versions)) policies.set(version, await policyOf(tx, current, version));
  return policies;
}

/**
 * The policy of a version: what a case or a clock began with decides about it as long as it runs.
 * @param current the policy in force; it speaks for what was begun before versions were kept, too
 */
export async function policyOf(tx: EntityManager, current: Policy, version: string): Promise<Policy> {
  if (version === current.version) return current;
  const [row] = await tx.query<{ body: StoredPolicy }[]>('select body from policy_version where version = $1', [
    version,
  ]);
  return row ? { ...row.body, ladder: row.body.ladder ?? [] } : current;
}

/** Ids of the clocks of a case that evidence of this form answers, each by the policy it began with. */
export async function clocksAnsweredBy(
  tx: EntityManager,
  current: Policy,
  incidentId: string,
  form: EvidenceForm,
): Promise<string[]> {
  const clocks = await tx.query<{ id: string; kind: string; version: string }[]>(
    'select id, kind, rule_version as version from incident_clock where incident_id = $1',
    [incidentId],
  );
  const policies = await policiesOf(
    tx,
    current,
    clocks.map((clock) => clock.version),
  );
  const isAnswered = ({ kind, version }: { kind: string; version: string }) =>
    (policies.get(version) ?? current).clocks.some((rule) => rule.kind === kind && rule.answeredBy === form);
  return clocks.filter(isAnswered).map((clock) => clock.id);
}

/** The same for equal contents, in whatever order the file lists them. */
function digestOf(policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(policy)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}

async function nameOf(tx: EntityManager, digest: string): Promise<string | null> {
  const [row] = await tx.query<{ version: string }[]>('select version from policy_version where digest = $1', [digest]);
  return row?.version ?? null;
}
