import type { EntityManager } from 'typeorm';
import { ownWays } from '../roster/own-ways.js';
import { readWays } from '../roster/roster-reading.js';
import type { Settings } from '../settings/settings.js';
import type { NoticeText } from './notice-text.js';
import { openingWays } from './opening-ways.js';

/** A paper that is sent to people and is about no one case. */
export interface SentPaper extends Pick<NoticeText, 'title' | 'subject' | 'lines'> {
  id: string;
  /** Where it is read, below the product's address. */
  path: string;
  at: Date;
}

/** Puts a paper into the outbox for these people, by the ways of each. Whoever may no longer sign in gets none. */
export async function sendPaper(
  tx: EntityManager,
  settings: Settings,
  { id, path, at, title, subject, lines }: SentPaper,
  people: readonly string[],
): Promise<void> {
  for (const recipient of people) {
    const stated = await readWays(tx, recipient);
    if (stated === null) continue;
    const channels = openingWays(ownWays(recipient, stated, settings)).map((way) => way.channel);
    const text: NoticeText = {
      ...{ recipient, incidentId: '', path, number: title, title, level: null, clockKind: 'campaign' },
      ...{ dueAt: at.toISOString(), thresholds: [], subject, lines },
    };
    await tx.query(
      `insert into notice (paper_id, recipient_id, channel, state, payload, next_at, sent_at)
       select $1, $2, channel, case channel when 'board' then 'sent' else 'pending' end, $3, app_now(),
         case channel when 'board' then app_now() end
       from unnest($4::text[]) channel on conflict do nothing`,
      [id, recipient, JSON.stringify(text), channels],
    );
  }
  await tx.query('notify notices');
}
