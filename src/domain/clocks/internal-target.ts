import { comesAfter, isOver, isStage, type Stage, type Where } from '../lifecycle/stage.js';

/** Steps of a case that the office sets itself a time for: 确认初判, 签收, 拟稿, 签发. */
export const TARGET_NAMES = ['confirmed', 'acknowledged', 'drafted', 'signed'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** What of a case decides whether a step has been taken. */
export interface SteppedCase {
  status: string;
  stage: Where;
  acknowledgedAt: Date | null;
}

const STAGE_OF: Partial<Record<TargetName, Stage>> = { drafted: 'drafting', signed: 'signed' };

export function isTaken(name: TargetName, { status, stage, acknowledgedAt }: SteppedCase): boolean {
  if (name === 'acknowledged') return acknowledgedAt !== null;
  if (name === 'confirmed') return status === 'confirmed';
  const wanted = STAGE_OF[name];
  return wanted !== undefined && isStage(stage) && (stage === wanted || comesAfter(stage, wanted));
}

/** Nothing is asked of a case that is over. */
export const asksNothing = ({ status, stage }: Pick<SteppedCase, 'status' | 'stage'>): boolean =>
  status === 'dismissed' || isOver(stage);

/** @param isPriority 重点事项 have less time */
export function minutesOf(
  { minutes, priorityMinutes }: { minutes: number; priorityMinutes?: number | undefined },
  isPriority: boolean,
): number {
  return isPriority ? (priorityMinutes ?? minutes) : minutes;
}

/** Begins the key of a row that tells of a target that passed; its name follows. */
export const TARGET = 'target_';

/** The name of the target that a threshold's key tells of; null: it tells of something else. */
export const targetOf = (key: string): TargetName | null =>
  TARGET_NAMES.find((name) => key === `${TARGET}${name}`) ?? null;
