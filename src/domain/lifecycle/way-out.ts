import { comesAfter, isStage, type Where } from './stage.js';

/** 误报、只监测、移送: the exits that a person decides on by word. 并案 is an act of its own. */
export const WAYS_OUT = ['false_alarm', 'monitor_only', 'transferred_out'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** Before anything was published a case may be left to watching or to others; that it was no matter at all may turn out later, too. */
export const mayLeaveBy = (way: WayOut, stage: Where): boolean =>
  way === 'false_alarm' || (isStage(stage) && comesAfter('released', stage));
