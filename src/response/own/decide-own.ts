import { ConflictException, NotFoundException } from '@nestjs/common';
import type { DecideOwnRelease } from '../../contract/own-release.js';
import type { Policy } from '../../domain/clocks/policy.js';
import { channelOfAddress } from '../../domain/own-release.js';
import type { Move } from '../../incidents/moves.js';
import { proposedRelease } from '../../incidents/own-releases.js';
import { evidenceMove } from '../record-evidence.js';

/**
 * A person of the press office confirms a release of our own as the answer, by its own publication time, or rejects it for good. It
 * answers as any evidence does: one that is confirmed after a limit it would have kept waits for a second person. The same answer
 * twice is one.
 */
export const decideOwnReleaseMove =
  (policy: Policy, { release: id, agree, reason }: DecideOwnRelease): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    const release = await proposedRelease(tx, incident.id, id);
    if (!release)
      throw new NotFoundException(
        '没有这项提示,可能已随事件合并 · no such proposal: it may have gone with a merged case',
      );
    const outcome = agree ? 'confirmed' : 'rejected';
    if (release.outcome === outcome) return null;
    if (release.outcome !== null) throw new ConflictException('他人已有结论 · somebody has decided it already');
    if (incident.status === 'dismissed')
      throw new ConflictException('事件已退出办理或已并入另一事件 · the case has been dismissed or merged');
    await tx.query(`update own_release set outcome = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1`, [
      id,
      outcome,
      actor.id,
      now,
      reason ?? null,
    ]);
    const { articleId, title, at, atStated, link, copySha256 } = release;
    const data = { releaseId: id, articleId, title, at, atStated, copySha256, reason: reason ?? null };
    const row = { kind: `own_release.${outcome}`, incidentId: incident.id, actor: actor.id, data };
    if (!agree) return [row];
    const stated = { form: 'statement' as const, at, channel: channelOfAddress(link), url: link, title, place: null };
    const rows = await evidenceMove(policy, { ...stated, copy: { articleId, sha256: copySha256 } })(scene);
    return [row, ...(rows ?? [])];
  };
