import { DUTY_STANDINGS } from '../../contract/duty-standing.js';
import type { RegisterFilter } from '../../contract/register.js';
import { LEVELS } from '../../domain/level.js';
import { EXITS, STAGES } from '../../domain/lifecycle/stage.js';
import { daySpan } from '../clock/beijing.js';
import { readDay } from '../clock/read-day.js';

/** What the register is narrowed to; kept in the address, absent when not narrowed. Days are Beijing days, both included. */
export interface RegisterSearch extends Partial<
  Pick<RegisterFilter, 'level' | 'bureau' | 'stage' | 'duty' | 'campaign' | 'q'>
> {
  status?: 'open' | 'over';
  from?: string;
  to?: string;
}

export const WHERE = [...STAGES, ...EXITS] as const;
const STANDING = ['open', 'over'] as const;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const one = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);
/** Numbers too: a router reads `?q=119` as one. */
const text = (value: unknown, most: number): string | undefined => {
  const read = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, most) : '';
  return read === '' ? undefined : read;
};

/** Reads the address; what it does not know is left out. */
export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const campaign = text(search.campaign, 36);
  return {
    status: one(STANDING, search.status),
    level: one(LEVELS, search.level),
    bureau: text(search.bureau, 64),
    stage: one(WHERE, search.stage),
    duty: one(DUTY_STANDINGS, search.duty),
    campaign: campaign && UUID.test(campaign) ? campaign : undefined,
    q: text(search.q, 100),
    from: readDay(search.from),
    to: readDay(search.to),
  };
}

/** What is asked of the api; without a standing it is every case there has been. */
export function filterOf({ from, to, ...same }: RegisterSearch): RegisterFilter {
  const stated = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    status: 'all',
    ...(Object.fromEntries(stated) as Partial<RegisterFilter>),
    ...(from && { from: daySpan(from, from).from }),
    ...(to && { to: daySpan(to, to).to }),
  };
}

export const isNarrowed = (search: RegisterSearch): boolean =>
  Object.values(search).some((value) => value !== undefined);
