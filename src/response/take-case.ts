import { UnprocessableEntityException } from '@nestjs/common';
import type { TakeCase } from '../contract/inbox.js';
import { handOverMove } from '../incidents/bureau-moves.js';
import { acknowledgeMove } from '../incidents/desk-moves.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import type { JournalRow } from '../journal/append.js';
import type { Settings } from '../settings/settings.js';
import { recordMove } from './make-record.js';

/** 我已知悉,由某人办理,预计何时发布: in one commit. Signed for already, it stays as it was. */
export const takeMove =
  (settings: Settings, { holder, publishBy }: Omit<TakeCase, 'version'>): Move =>
  async (scene) => {
    const signed = await acknowledgeMove(settings.policy)(scene);
    if (signed === null) return null;
    const handed = holder === undefined ? [] : ((await handOverMove({ to: holder, note: '' })(scene)) ?? []);
    const promised = publishBy === undefined ? [] : await promises(scene, settings, publishBy);
    return [...signed, ...handed, ...promised];
  };

async function promises(scene: MoveScene, settings: Settings, dueAt: string): Promise<JournalRow[]> {
  if (Date.parse(dueAt) <= scene.now.getTime())
    throw new UnprocessableEntityException('预计发布时间应在此刻之后 · the expected publication lies in the past');
  const body = { text: '预计发布权威信息', unit: scene.incident.lead, dueAt };
  return (await recordMove(settings, 'promise', body, null)(scene)) ?? [];
}
