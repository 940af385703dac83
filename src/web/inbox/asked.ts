import type { IncidentLine } from '../../contract/incident.js';
import type { CaseRecord } from '../../contract/records/record.js';
import { comesAfter, isOver, isStage } from '../../domain/lifecycle/stage.js';

/** What a bureau is asked for next: 签收、答复、补正、会签、登记发布; `wait`: it has done its part for now. */
export type Asked = 'sign' | 'answer' | 'mend' | 'co_sign' | 'publish' | 'wait';
type Line = Pick<IncidentLine, 'lead' | 'co' | 'stage' | 'acknowledgedAt'>;

/** Whether the case is this bureau's to work on, and not over. */
export function isMine({ lead, co, stage }: Line, bureau: string): boolean {
  return (lead === bureau || co.includes(bureau)) && !isOver(stage);
}

/** @param records of the case; undefined: not read yet */
export function askedOf(line: Line, bureau: string, records: readonly CaseRecord[] | undefined): Asked {
  const leads = line.lead === bureau;
  if (leads && line.acknowledgedAt === null) return 'sign';
  const isOut = isStage(line.stage) && comesAfter(line.stage, 'signed');
  if (isOut || records === undefined) return 'wait';
  const draft = newestDraft(records);
  if (!draft) return leads ? 'answer' : 'wait';
  const decisions = records.filter(({ body }) => body.draft === draft.no);
  if (!leads)
    return decisions.some(({ kind, body }) => kind === 'co_sign' && body.unit === bureau) ? 'wait' : 'co_sign';
  if (isSentBack(decisions)) return 'mend';
  return line.stage === 'signed' ? 'publish' : 'wait';
}

export const newestDraft = (records: readonly CaseRecord[]): CaseRecord | undefined =>
  records.filter(({ kind }) => kind === 'draft').sort((one, other) => other.no - one.no)[0];

/** The last word of any of those who decide on a text sends it back. */
function isSentBack(decisions: readonly CaseRecord[]): boolean {
  const last = new Map(
    decisions
      .filter(({ kind }) => kind === 'secrecy_review' || kind === 'sign_off' || kind === 'co_sign')
      .map(({ kind, body }) => [`${kind} ${kind === 'co_sign' ? String(body.unit) : ''}`, body.result]),
  );
  return [...last.values()].includes('returned');
}
