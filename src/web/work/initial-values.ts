import type { IncidentView } from '../../contract/incident.js';
import type { Workspace } from '../../contract/records/record.js';
import type { Person } from '../../contract/session.js';
import type { RecordKind } from '../../domain/lifecycle/record-kind.js';
import { toSeconds } from './form-values.js';
import { draftsOf } from './standing.js';

interface Scene {
  incident: IncidentView;
  workspace: Workspace;
  me: Person;
  /** Server time, epoch milliseconds. */
  now: number;
}

/** What a form holds when it is opened: what is known already need not be typed. */
export function initialOf(kind: RecordKind, { incident, workspace, me, now }: Scene): Record<string, unknown> {
  const at = toSeconds(now);
  const { lead, co } = incident;
  const newest = draftsOf(workspace)[0];
  const decision = { draft: newest?.no, result: 'passed' };
  const self = { name: me.displayName };
  const hasSigned = workspace.signOff.some(({ by }) => by === self.name);
  const missed = incident.clocks.find(({ state }) => state === 'overdue' || state === 'late');
  const values: Partial<Record<RecordKind, Record<string, unknown>>> = {
    consultation: { heldAt: at, form: 'meeting', participants: [self], noteTaker: self.name },
    assessment: { answer: true },
    transfer_order: { lead, co },
    secrecy_review: { ...decision, reviewer: self },
    co_sign: { ...decision, unit: me.bureau ?? co[0], signer: self },
    sign_off: { ...decision, signer: hasSigned ? {} : self },
    release: {
      ...{
        kind: 'situation',
        title: incident.title,
        elements: NO_ELEMENTS,
        ...newest?.body,
        text: undefined,
        base: undefined,
      },
      ...{ draft: newest?.no ?? 0, channels: [{ channel: 'website', publishedAt: at }], headSpoke: false },
    },
    conference: { startedAt: at, topic: incident.title, speakers: [{}], headOrSpokesperson: false },
    urging: { unit: lead, by: 'phone' },
    liaison: { counterpart: 'publicity', by: 'phone', at },
    refutation: { referredTo: 'none' },
    instruction: { at },
    promise: { unit: lead },
    miss_reason: { clock: missed?.kind },
    evaluation: { secondary: false },
  };
  return values[kind] ?? {};
}

export const NO_ELEMENTS = { facts: false, measures: false, results: false };
