import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import type { RecordKind } from '../../domain/lifecycle/record-kind.js';
import { comesAfter, FIVE, isOver, isStage, STAGES, type Stage } from '../../domain/lifecycle/stage.js';

/** The steps a person takes on this page, in the order of the work. */
export const CHAIN = [
  ...(['consult', 'assess', 'assign', 'draft', 'review', 'co_sign', 'sign', 'release', 'evaluate'] as const),
  ...(['close', 'archive', 'reopen'] as const),
] as const;
export type ChainStep = (typeof CHAIN)[number];

/** The record that a step leaves behind; closing, archiving and taking up again leave a row of the journal alone. */
export const RECORD_OF: Partial<Record<ChainStep, RecordKind>> = {
  consult: 'consultation',
  assess: 'assessment',
  assign: 'transfer_order',
  draft: 'draft',
  review: 'secrecy_review',
  co_sign: 'co_sign',
  sign: 'sign_off',
  release: 'release',
  evaluate: 'evaluation',
};

/** Records that belong to no step. */
export const NOTES: readonly RecordKind[] = [
  ...(['conference', 'urging', 'liaison', 'refutation', 'instruction', 'promise', 'miss_reason'] as const),
];

type Told = Workspace['steps'][number]['missing'];
export const missingOf = ({ steps }: Workspace, step: ChainStep): Told =>
  steps.find((one) => one.step === step)?.missing ?? [];

/** How far the case has come; what left by an exit: how far it had come before. */
function reached({ stage, stages }: Workspace): Stage {
  if (isStage(stage)) return stage;
  return stages.map((one) => one.stage).findLast(isStage) ?? 'collected';
}

/** The step the case waits for; null: none that a person has to take here. */
export function nextStep(workspace: Workspace): ChainStep | null {
  const { stage } = workspace;
  if (stage === 'closed') return 'archive';
  if (isOver(stage)) return null;
  const lacks = (step: ChainStep) => missingOf(workspace, step).length > 0;
  const after: Partial<Record<Stage, ChainStep>> = {
    collected: lacks('assess') ? 'consult' : 'assess',
    consulting: 'assess',
    assessed: lacks('assign') ? 'assess' : 'assign',
    assigned: 'draft',
    acknowledged: 'draft',
    drafting: 'review',
    in_review: lacks('sign') ? 'co_sign' : 'sign',
    signed: 'release',
    evaluating: 'close',
  };
  return after[reached(workspace)] ?? (lacks('evaluate') ? null : 'evaluate');
}

/** Said of a step that is not a case's turn anyway; no advice to anybody. */
const BESIDE = ['over', 'merged', 'not_over', 'not_closed'];

/** What is to come next, before each of these stages. */
const ASKED_BEFORE: readonly { stage: Stage; steps: readonly ChainStep[] }[] = [
  { stage: 'drafting', steps: ['assess', 'assign'] },
  { stage: 'released', steps: ['review', 'co_sign', 'sign'] },
];
const AT_THE_END: readonly ChainStep[] = ['evaluate', 'close'];

/** Which steps that are still to come cannot be taken yet, and what each lacks. */
export function lacking(workspace: Workspace): { step: ChainStep; missing: Told }[] {
  if (isOver(workspace.stage)) return [];
  const asked = ASKED_BEFORE.find(({ stage }) => comesAfter(stage, reached(workspace)))?.steps ?? AT_THE_END;
  return asked
    .map((step) => ({ step, missing: missingOf(workspace, step).filter(({ code }) => !BESIDE.includes(code)) }))
    .filter(({ missing }) => missing.length > 0);
}

export interface FiveStep {
  name: (typeof FIVE)[number]['name'];
  state: 'done' | 'now' | 'skipped' | 'ahead';
  /** When it was first reached; null: never. */
  at: string | null;
}

/** The five stages of the notice as this case went through them. */
export function fiveOf(workspace: Workspace): FiveStep[] {
  const now = STAGES.indexOf(reached(workspace));
  return FIVE.map(({ name, stages }) => {
    const at = workspace.stages.find((one) => isStage(one.stage) && stages.includes(one.stage))?.at ?? null;
    const places = stages.map((stage) => STAGES.indexOf(stage));
    if (places.includes(now)) return { name, at, state: isOver(workspace.stage) ? 'done' : 'now' };
    if (Math.min(...places) > now) return { name, at: null, state: 'ahead' };
    return { name, at, state: at === null ? 'skipped' : 'done' };
  });
}

/** Versions of the text, the newest first. */
export const draftsOf = ({ records }: Workspace): CaseRecord[] =>
  records.filter(({ kind }) => kind === 'draft').sort((one, other) => other.no - one.no);

export const textOf = (draft: CaseRecord | undefined): string =>
  typeof draft?.body.text === 'string' ? draft.body.text : '';
