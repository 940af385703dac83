import type { CaseFacts } from './case-facts.js';
import type { Missing } from './missing.js';
import { isOver } from './stage.js';

/** What is missing; null: nothing. */
export type Guard = (facts: CaseFacts) => Missing | null;

const isSerious = ({ level }: CaseFacts): boolean => level === 'I' || level === 'II';
/** Dispositions by which the office answers nothing itself. */
export const NOT_OURS: readonly string[] = ['MONITOR_ONLY', 'TRANSFER_OUT'];

export const inHand: Guard = (facts) => (isOver(facts.stage) ? 'over' : null);
/** A merge by a person is final. */
export const notMerged: Guard = ({ stage }) => (stage === 'merged' ? 'merged' : null);
export const isOut: Guard = (facts) => (isOver(facts.stage) ? null : 'not_over');
export const isClosed: Guard = ({ stage }) => (stage === 'closed' ? null : 'not_closed');

/** 突发事件应对法 art. 62: 重大、特别重大 are consulted on; practice leaves it to the office below that. */
export const consulted: Guard = (facts) => (isSerious(facts) && !facts.consulted ? 'consultation' : null);

/** 国办发〔2016〕80号 二(二): 区别不同情况,分类处置. */
export const disposed: Guard = ({ disposition }) => (disposition === null ? 'disposition' : null);
export const isOurs: Guard = ({ disposition }) =>
  disposition !== null && NOT_OURS.includes(disposition) ? 'answered_elsewhere' : null;

export const drafted: Guard = ({ draft }) => (draft === 0 ? 'draft' : null);
/** 保守国家秘密法实施条例 art. 42: 先审查、后公开. */
export const secrecyReviewed: Guard = ({ secrecyPassed }) => (secrecyPassed ? null : 'secrecy_review');
/** 政府信息公开条例 art. 11: 涉及其他机关的,应当协商、确认. */
export const coSigned: Guard = ({ co, coSigned: agreed }) =>
  co.every((unit) => agreed.includes(unit)) ? null : 'co_sign';
export const signedOff: Guard = ({ signaturesLeft }) => (signaturesLeft === 0 ? null : 'sign_off');

export const dutiesOver: Guard = ({ duties }) =>
  duties.some((duty) => duty.standing === 'running') ? 'duty_running' : null;
export const missesExplained: Guard = ({ duties }) =>
  duties.some((duty) => duty.standing === 'missed' && !duty.reasonGiven) ? 'miss_reason' : null;
export const evaluated: Guard = (facts) => (isSerious(facts) && !facts.evaluated ? 'evaluation' : null);
