import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { placeAsNextVersion } from '../clocks/threshold-rows.js';
import { postOfRung, RUNG, RUNG_POSTS, unreachedPost } from '../domain/clocks/ladder.js';
import type { RungPost } from '../domain/clocks/policy.js';
import { readRoster, type Roster } from '../roster/roster-reading.js';
import { ownWays } from '../roster/own-ways.js';
import { sharedMailbox } from '../roster/shared-mailbox.js';
import { farWays } from '../roster/way.js';
import { standing } from '../roster/who-stands.js';
import type { Settings } from '../settings/settings.js';
import { claimOne, type FiredThreshold } from './fired.js';

/**
 * Passes over the rungs by which nobody can be told, or whose notices did not arrive: the desk hears of that, and the next rung fires
 * with them, at the instant at which the empty one was due, or found to have failed.
 */
export async function skipRungs(
  tx: EntityManager,
  settings: Settings,
  claimed: FiredThreshold[],
): Promise<FiredThreshold[]> {
  const isAsked = (one: FiredThreshold) => one.channel === 'live' && !one.over && heightOf(one.key) >= 0;
  if (!claimed.some(isAsked)) return claimed;
  const roster = await readRoster(tx);
  const judge = (one: FiredThreshold) => (isAsked(one) ? judged(roster, settings, one) : one);
  const fired = claimed.map(judge);
  for (const clockId of new Set(claimed.filter(isAsked).map((one) => one.clockId))) {
    let top = highest(fired.filter((one) => one.clockId === clockId));
    while (top?.skipped !== undefined) {
      const next = (await hasClimbed(tx, top)) ? null : await bringForward(tx, top);
      if (next === null) break;
      top = judge(next);
      fired.push(top);
    }
  }
  return fired;
}

function judged(roster: Roster, settings: Settings, one: FiredThreshold): FiredThreshold {
  if (unreachedPost(one.key) !== null) return { ...one, skipped: 'undelivered' };
  const post = postOfRung(one.key);
  const skipped = post === null ? null : whyEmpty(roster, settings, one, post);
  return skipped === null ? one : { ...one, skipped, audience: ['press_office'] };
}

/** For a level I or II the board alone is no way to wake anybody, unless the office has set up nothing else. */
function whyEmpty(
  roster: Roster,
  settings: Settings,
  one: FiredThreshold,
  post: RungPost,
): FiredThreshold['skipped'] | null {
  const who = standing(roster, settings, post, one);
  if (who.length === 0) return 'nobody';
  const grave = one.level === 'I' || one.level === 'II';
  const onBoardAlone = who.every((each) => farWays(each.ways).length === 0);
  return grave && onBoardAlone && isAnyoneReached(roster, settings) ? 'unreachable' : null;
}

/** Whether anybody at all is reached by more than the board. */
function isAnyoneReached({ people, waysOf }: Roster, settings: Settings): boolean {
  const persons = people.map(({ accountId }) => ownWays(accountId, waysOf.get(accountId) ?? [], settings));
  const mailboxes = settings.rules.bureaus.units.map((unit) => sharedMailbox(unit.code, settings));
  return [...persons, ...mailboxes].some((one) => farWays(one.ways).length > 0);
}

const heightOf = (key: string): number =>
  RUNG_POSTS.findIndex((post) => post === (postOfRung(key) ?? unreachedPost(key)));

function highest(fired: FiredThreshold[]): FiredThreshold | undefined {
  return fired
    .filter((one) => heightOf(one.key) >= 0)
    .sort((a, b) => heightOf(a.key) - heightOf(b.key))
    .at(-1);
}

/** A rung above one whose notices failed has fired since: nobody is left out. */
async function hasClimbed(tx: EntityManager, { clockId, key }: FiredThreshold): Promise<boolean> {
  const post = unreachedPost(key);
  if (post === null) return false;
  const above = RUNG_POSTS.slice(heightOf(key) + 1).map((one) => `${RUNG}${one}`);
  const rows = await tx.query<unknown[]>(
    `select from clock_threshold where clock_id = $1 and key = any($2) and fired_at >= (
       select max(fired_at) from clock_threshold where clock_id = $1 and key = $3)`,
    [clockId, above, `${RUNG}${post}`],
  );
  return rows.length > 0;
}

/** The next rung as a row of its own, due since the one below was; the row that waited for its time is superseded. */
async function bringForward(tx: EntityManager, below: FiredThreshold): Promise<FiredThreshold | null> {
  const above = RUNG_POSTS.slice(heightOf(below.key) + 1).map((post) => `${RUNG}${post}`);
  const [next] = await tx.query<{ id: string; key: string }[]>(
    `select id, key from clock_threshold where clock_id = $1 and outcome is null and key = any($2)
     order by array_position($2, key) limit 1 for update`,
    [below.clockId, above],
  );
  const post = next && postOfRung(next.key);
  if (!next || !post) return null;
  await tx.query(`update clock_threshold set outcome = 'superseded' where id = $1`, [next.id]);
  const clock = await tx.findOneByOrFail(IncidentClock, { id: below.clockId });
  await placeAsNextVersion(tx, clock, [{ key: next.key, fireAt: below.fireAt, audience: [post] }]);
  const [placed] = await tx.query<{ id: string }[]>(
    'select id from clock_threshold where clock_id = $1 and key = $2 and outcome is null',
    [below.clockId, next.key],
  );
  const [claimed] = placed ? await claimOne(tx, placed.id) : [];
  return claimed ?? null;
}
