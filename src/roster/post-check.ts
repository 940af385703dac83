import type { EntityManager } from 'typeorm';
import type { PostFinding } from '../contract/roster.js';
import { databaseNow } from '../database/time.js';
import type { Audience, Hearer, Policy } from '../domain/clocks/policy.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import type { Post } from '../domain/roster/post.js';
import { unitsInForce } from '../domain/routing/in-force.js';
import type { Settings } from '../settings/settings.js';
import { isAccountId } from './address-book.js';
import { readRoster, type Roster } from './roster-reading.js';
import { farWays, type Reachable } from './way.js';
import { standing } from './who-stands.js';

/** Whom an audience of the policy means. */
const POST_OF: Record<Audience, Post> = {
  press_office: 'duty',
  lead: 'lead_officer',
  co: 'co_officers',
  leadership: 'leadership',
};

/** The post of an audience or of a rung. */
export function postOf(hearer: Exclude<Hearer, 'acknowledger'>): Post {
  return hearer in POST_OF ? POST_OF[hearer as Audience] : (hearer as Post);
}

type Given = Pick<Settings, 'env' | 'policy' | 'rules'>;

/** Posts that the rules of the policy tell, and those who keep the product running. */
export function postsAsked(policy: Policy): Post[] {
  const audiences = policy.clocks.flatMap((clock) => clock.thresholds.flatMap((threshold) => threshold.audience));
  const rungs = policy.ladder.flatMap((ladder) => ladder.rungs.map((rung) => rung.post));
  return [...new Set<Post>([...[...audiences, ...rungs].map(postOf), 'operators'])];
}

/**
 * Every post of the rules on which nobody is reached as he should be: each bureau in force by itself, as any of them may lead a
 * case. A co-organiser is reached as a lead is, so it is not asked twice.
 */
export async function findPosts(db: EntityManager, settings: Given): Promise<PostFinding[]> {
  const roster = await readRoster(db);
  const names = new Map(
    (await db.query<{ id: string; name: string }[]>('select id, display_name as name from account')).map((row) => [
      row.id,
      row.name,
    ]),
  );
  const units = unitsInForce(settings.rules.bureaus.units, await databaseNow(db)).map((unit) => unit.code);
  return postsAsked(settings.policy).flatMap((post) => {
    if (post === 'co_officers') return [];
    const asked = post.startsWith('lead_') ? units : [null];
    return asked.flatMap((unit) => findingOf(roster, settings, names, post, unit) ?? []);
  });
}

function findingOf(
  roster: Roster,
  settings: Given,
  names: Map<string, string>,
  post: Post,
  unit: string | null,
): PostFinding | null {
  const all = standing(roster, settings, post, { lead: unit ?? PRESS_OFFICE, co: [] });
  const persons = all.filter((one) => isAccountId(one.recipient));
  const mailbox = all.some((one) => !isAccountId(one.recipient) && farWays(one.ways).length > 0);
  const state = stateOf(persons, mailbox);
  if (state === null) return null;
  const people = persons.map(({ recipient }) => ({ accountId: recipient, name: names.get(recipient) ?? '' }));
  return { post, unit, state, people };
}

/** One person with a proven way is enough. */
function stateOf(persons: Reachable[], mailbox: boolean): PostFinding['state'] | null {
  const ways = persons.flatMap((one) => farWays(one.ways));
  if (ways.some((way) => way.proven)) return null;
  if (ways.length > 0) return 'unproven';
  if (mailbox) return 'mailbox_only';
  return persons.length > 0 ? 'no_way' : 'nobody';
}
