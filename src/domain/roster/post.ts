import { isOfBureau, type Role } from '../rights.js';

/**
 * Posts that hear of a case: 值班, 主办司局联络员(正、副), 主办司局负责人, 协办司局, 办公厅负责人, 领导, 运维. Who stands on one is looked up
 * when something must be told, never when it was planned.
 */
export type Post =
  | 'duty'
  | 'lead_officer'
  | 'lead_deputy'
  | 'lead_head'
  | 'co_officers'
  | 'general_office_head'
  | 'leadership'
  | 'operators';

export const POSTS: readonly Post[] = [
  'duty',
  'lead_officer',
  'lead_deputy',
  'lead_head',
  'co_officers',
  'general_office_head',
  'leadership',
  'operators',
];

/** The post of shifts at the press office's desk; every other post of shifts is the code of a bureau. */
export const DUTY_DESK = 'press_office';

/** 正班 and 副班. */
export type Seat = 'main' | 'deputy';
export const SEATS: readonly Seat[] = ['main', 'deputy'];

/** Someone with an account that may sign in. */
export interface Standing {
  accountId: string;
  role: Role;
  bureau: string | null;
}

/** A turn that runs now. */
export interface RunningShift {
  post: string;
  seat: Seat;
  accountId: string;
}

/** The case that asks. `restrictedTo`: the account ids that may know of it at all; null or absent: everyone with the right. */
export interface AskingCase {
  lead: string;
  co: readonly string[];
  restrictedTo?: readonly string[] | null;
  /** Whoever of the lead bureau has it in hand; null or absent: nobody by name. */
  holder?: string | null;
  /** Ids of the campaigns (专项) that it carries. */
  campaigns?: readonly string[];
}

/** Those who stand beside the desk for the cases of a campaign that runs now. */
export interface CampaignDuty {
  campaignId: string;
  accountIds: readonly string[];
}

/** Whether such a person may take a turn on this post: the desk's own people at the desk, a bureau's at the bureau. */
export function mayTakeTurn(person: Pick<Standing, 'role' | 'bureau'>, post: string): boolean {
  if (post === DUTY_DESK) return person.role === 'duty_officer' || person.role === 'administrator';
  return isOfBureau(person.role) && person.bureau === post;
}
