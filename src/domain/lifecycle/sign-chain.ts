import type { Level } from '../level.js';
import { PRESS_OFFICE } from '../press-office.js';
import { may, type Viewer } from '../rights.js';

/** 签发层级: 司局负责人、办公厅负责人、局领导, the first to sign first. */
export const SIGN_POSTS = ['bureau_head', 'general_office_head', 'leadership'] as const;
export type SignPost = (typeof SIGN_POSTS)[number];

export const POST_WORDS: Record<SignPost, { zh: string; en: string }> = {
  bureau_head: { zh: '主办司局负责人', en: 'the head of the lead bureau' },
  general_office_head: { zh: '办公厅负责人', en: 'the head of the General Office' },
  leadership: { zh: '局领导', en: 'leadership' },
};

/** Whose signatures a text needs at these levels, one after the other. */
export interface SignRule {
  levels: Level[];
  posts: SignPost[];
  /** Who adopted it. */
  citation: string;
}

/** Empty: one signature is enough, whoever's that may sign. */
export function signChain(rules: readonly SignRule[] | undefined, level: Level | null): readonly SignPost[] {
  return rules?.find(({ levels }) => level !== null && levels.includes(level))?.posts ?? [];
}

/** Of the decisions on one text, oldest first: the signatures that hold. Whoever sends it back takes back those before. */
export function signatures<D extends { result: 'passed' | 'returned' }>(decisions: readonly D[]): D[] {
  return decisions.slice(decisions.findLastIndex(({ result }) => result === 'returned') + 1);
}

export const signaturesLeft = (chain: readonly SignPost[], given: number): number =>
  Math.max(0, Math.max(1, chain.length) - given);

/** The press office records what was signed on paper; whoever signs here signs for the own post alone. */
export function maySignAs({ role, bureau }: Pick<Viewer, 'role' | 'bureau'>, post: SignPost, lead: string): boolean {
  if (may(role, 'record.coordinate')) return true;
  if (post === 'leadership') return role === 'leadership';
  return role === 'bureau_head' && bureau === (post === 'bureau_head' ? lead : PRESS_OFFICE);
}
