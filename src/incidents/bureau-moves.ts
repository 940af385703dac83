import { ConflictException, ForbiddenException, UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tellAnew } from '../clocks/clocks.js';
import { beginSilence, keepLadder } from '../clocks/ladder.js';
import type { HandOverCase } from '../contract/inbox.js';
import type { Policy } from '../domain/clocks/policy.js';
import { afterRejection } from '../domain/lifecycle/lifecycle.js';
import { comesAfter, isOver, isStage } from '../domain/lifecycle/stage.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import type { Incident } from './incident.entity.js';
import type { Actor, Move, MoveScene } from './moves.js';

/** 转他人: a colleague has it in hand from now on and hears of it at once; the ladder asks him first. No clock moves. */
export const handOverMove =
  ({ to, note }: Omit<HandOverCase, 'version'>): Move =>
  async ({ tx, incident, now, actor }) => {
    if (incident.holder === to) return null;
    refuseOver(incident);
    if (actor.bureau !== incident.lead)
      throw new ForbiddenException('由主办司局转交 · the lead bureau hands its case over');
    await refuseNoColleague(tx, incident, to);
    const from = incident.holder;
    incident.holder = to;
    await tellAnew(tx, incident.id, { key: 'handed_over', audience: ['lead'] }, now);
    return [{ kind: 'incident.handed_over', incidentId: incident.id, actor: actor.id, data: { from, to, note } }];
  };

/** @throws UnprocessableEntityException unless the person may sign in for the lead bureau and may know of the case */
async function refuseNoColleague(tx: EntityManager, { lead, restrictedTo }: Incident, to: string): Promise<void> {
  const found = await tx.query<unknown[]>('select from account where id = $1 and bureau = $2 and disabled_at is null', [
    to,
    lead,
  ]);
  if (found.length === 0)
    throw new UnprocessableEntityException('只能转给本司局现有人员 · name somebody of the same bureau who may sign in');
  if (restrictedTo?.includes(to) === false)
    throw new UnprocessableEntityException(
      '此件限知,该同志不在名单内 · the case is restricted, and not to this person',
    );
}

/**
 * 退回: a bureau sends an assignment back to the desk, once, before anybody has signed for it; the desk hears at once and gives it to
 * another, or back: then the press office has decided. Whoever answers, the limits run on.
 */
export const returnMove =
  (policy: Policy, reason: string): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    const bureau = actor.bureau ?? '';
    const isLead = incident.lead === bureau;
    if (!isLead && !incident.co.includes(bureau)) {
      if (incident.returnedBy.includes(bureau)) return null;
      throw new ForbiddenException('只能退回交给本司局的事项 · a bureau sends back only what it was assigned');
    }
    await refuseReturn(scene, bureau);
    incident.returnedBy = [...incident.returnedBy, bureau];
    if (isLead) await backToDesk(scene, policy);
    else incident.co = incident.co.filter((code) => code !== bureau);
    await tellAnew(tx, incident.id, { key: 'returned', audience: ['press_office'] }, now);
    const { lead, co } = incident;
    const data = { bureau, as: isLead ? 'lead' : 'co', lead, co, reason };
    return [{ kind: 'incident.returned', incidentId: incident.id, actor: actor.id, data }];
  };

async function backToDesk({ tx, incident, now }: MoveScene, policy: Policy): Promise<void> {
  incident.lead = PRESS_OFFICE;
  incident.co = incident.co.filter((code) => code !== PRESS_OFFICE);
  incident.holder = null;
  incident.stage = afterRejection(incident.stage);
  await beginSilence(tx, incident.id, now, true);
  await keepLadder(tx, policy, incident, now);
}

async function refuseReturn({ tx, incident }: MoveScene, bureau: string): Promise<void> {
  refuseOver(incident);
  if (bureau === PRESS_OFFICE)
    throw new UnprocessableEntityException(
      '办公厅自办的事项请直接转办 · the press office assigns, it sends nothing back',
    );
  if (incident.returnedBy.includes(bureau))
    throw new ConflictException(
      '本司局已退回过一次,由办公厅决定;请办理或与值班台联系 · sent back once already: the press office has decided; take it or call the desk',
    );
  if (await isTaken(tx, incident, bureau))
    throw new ConflictException('已签收或已着手,不能退回 · it has been signed for or begun: it cannot be sent back');
}

/** The lead has it once somebody has signed for it since it leads, though that may have expired; whoever joins, once there is a text. */
async function isTaken(tx: EntityManager, incident: Incident, bureau: string): Promise<boolean> {
  if (incident.lead !== bureau) return isStage(incident.stage) && comesAfter(incident.stage, 'acknowledged');
  if (incident.acknowledgedAt !== null) return true;
  const signed = await tx.query<unknown[]>(
    `select from journal j join incident i on i.id = j.incident_id
     where i.id = $1 and j.kind = 'incident.acknowledged' and j.at >= coalesce(i.lead_since, i.opened_at) limit 1`,
    [incident.id],
  );
  return signed.length > 0;
}

function refuseOver({ stage, status }: Incident): void {
  if (isOver(stage) || status === 'dismissed')
    throw new UnprocessableEntityException('事件已办结或已退出 · the case is over');
}

/** Whether this person's bureau has sent the case back and so sees it no more. */
export async function hasReturned(tx: EntityManager, { bureau }: Actor, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select from incident where id = $1 and channel = 'live' and restricted_to is null and $2 = any(returned_by)`,
    [id, bureau],
  );
  return rows.length > 0;
}
