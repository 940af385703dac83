/**
 * How far a case has come: 收集 → (会商) → 研判 → 转办 → 签收 → 拟稿 → 审核 → 签发 → 已发布 → 持续发布 → 评估 → 办结 → 归档. The notice
 * names five stages (方案 三(三)1: 收集、会商、研判、回应、评估); the answer is told in the steps an office knows.
 */
export const STAGES = [
  ...(['collected', 'consulting', 'assessed', 'assigned', 'acknowledged'] as const),
  ...(['drafting', 'in_review', 'signed', 'released', 'following_up'] as const),
  ...(['evaluating', 'closed', 'archived'] as const),
] as const;

/** Where a case ends without an answer of ours: 暂不回应、移交外单位、并案、误报. Each has its reason and may be taken back. */
export const EXITS = ['monitor_only', 'transferred_out', 'merged', 'false_alarm'] as const;

export type Stage = (typeof STAGES)[number];
export type Exit = (typeof EXITS)[number];
export type Where = Stage | Exit;

/** The five of the notice, each with the stages that belong to it. */
export const FIVE: readonly {
  name: 'collect' | 'consult' | 'assess' | 'answer' | 'evaluate';
  stages: readonly Stage[];
}[] = [
  { name: 'collect', stages: ['collected'] },
  { name: 'consult', stages: ['consulting'] },
  { name: 'assess', stages: ['assessed', 'assigned', 'acknowledged'] },
  { name: 'answer', stages: ['drafting', 'in_review', 'signed', 'released', 'following_up'] },
  { name: 'evaluate', stages: ['evaluating', 'closed', 'archived'] },
];

export const isStage = (where: Where): where is Stage => (STAGES as readonly string[]).includes(where);
export const isExit = (where: Where): where is Exit => !isStage(where);
export const comesAfter = (one: Stage, other: Stage): boolean => STAGES.indexOf(one) > STAGES.indexOf(other);

/** Nothing more is done on it, unless it is taken up again. */
export const isOver = (where: Where): boolean => isExit(where) || where === 'closed' || where === 'archived';
