import type { SelectQueryBuilder } from 'typeorm';
import type { RegisterFilter } from '../../contract/register.js';
import { isOfBureau } from '../../domain/rights.js';
import { STANDS_OPEN } from '../../journal/standing-open.js';
import type { Incident } from '../incident.entity.js';
import type { Actor } from '../moves.js';

/** Clocks `k` of a case `i` that count: those that a correction annulled do not. */
const duty = (condition: string): string =>
  `exists (select from incident_clock k where k.incident_id = i.id and k.kind <> 'follow_up' and k.annulled_at is null and ${condition})`;
const UNANSWERED = 'k.met_at is null and k.waived_at is null';

const DUTIES: Record<NonNullable<RegisterFilter['duty']>, string> = {
  overdue: duty(`${UNANSWERED} and k.due_at < app_now()`),
  late: duty('k.met_at > k.due_at'),
  met: `${duty('k.met_at <= k.due_at')} and not ${duty(`(k.met_at > k.due_at or ${UNANSWERED})`)}`,
};

/** Narrows cases `i` to the live ones that this person may see and that were asked for. */
export function narrow(query: SelectQueryBuilder<Incident>, person: Actor, filter: RegisterFilter): void {
  query.where(`i.channel = 'live'`).andWhere(sightOf(person), { me: person.id, own: person.bureau });
  if (filter.status === 'open') query.andWhere(`(${STANDS_OPEN})`);
  if (filter.status === 'over') query.andWhere(`not (${STANDS_OPEN})`);
  if (filter.level) query.andWhere('i.level = :level', filter);
  if (filter.bureau) query.andWhere('i.lead = :bureau', filter);
  if (filter.stage) query.andWhere('i.stage = :stage', filter);
  if (filter.duty) query.andWhere(DUTIES[filter.duty]);
  if (filter.campaign) query.andWhere(CARRIES, filter);
  if (filter.from) query.andWhere('i.opened_at >= :from', filter);
  if (filter.to) query.andWhere('i.opened_at < :to', filter);
  for (const [no, word] of wordsOf(filter).entries()) {
    query.andWhere(`(i.title || ' ' || i.number) ilike :word${no}`, { [`word${no}`]: `%${escaped(word)}%` });
  }
}

const CARRIES = 'exists (select from incident_campaign k where k.incident_id = i.id and k.campaign_id = :campaign)';

/** `maySee` as a condition on cases `i`; `:me` is the account, `:own` its bureau. */
function sightOf({ role }: Actor): string {
  const unrestricted = isOfBureau(role) ? '(i.lead = :own or :own = any(i.co))' : 'true';
  return `case when i.restricted_to is null then ${unrestricted} else :me = any(i.restricted_to) end`;
}

const wordsOf = ({ q = '' }: RegisterFilter): string[] => q.split(/\s+/).filter((word) => word !== '');
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
