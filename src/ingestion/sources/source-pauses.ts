import { ConflictException, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../../contract/session.js';
import type { SourceView } from '../../contract/source.js';
import { append, type JournalRow } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { endBlindness } from '../blindness.js';
import { type HeldSource, holdSource } from './held-source.js';
import { readSource } from './source-reader.js';

/** When a source is visited, as far as people decide it. */
@Injectable()
export class SourcePauses {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** From now on it is not visited and makes nobody blind; until when it did is kept. Paused again, it stays as it was. */
  pause(id: string, reason: string, by: Person): Promise<SourceView> {
    return this.move(id, async (tx, { isPaused }) => {
      if (isPaused) return null;
      await endBlindness(tx, [id], this.settings.policy.collection.blindAfterSeconds);
      await tx.query('update source set paused_at = app_now() where id = $1', [id]);
      return { kind: 'source.paused', incidentId: null, actor: by.id, data: { sourceId: id, reason } };
    });
  }

  /** It is visited at once. */
  resume(id: string, by: Person): Promise<SourceView> {
    return this.move(id, async (tx, { isPaused }) => {
      if (!isPaused) return null;
      await tx.query('update source set paused_at = null, next_visit_at = app_now() where id = $1', [id]);
      return { kind: 'source.resumed', incidentId: null, actor: by.id, data: { sourceId: id } };
    });
  }

  /** Due at once, whatever its server asked for. @throws ConflictException while it is paused or no longer in use */
  visitNow(id: string): Promise<SourceView> {
    return this.move(id, async (tx, { isPaused, enabled }) => {
      if (isPaused) throw new ConflictException('来源已暂停，请先恢复 · the source is paused: resume it first');
      if (!enabled) throw new ConflictException('来源已停用 · the source is no longer in use');
      await tx.query('update source set next_visit_at = app_now() where id = $1', [id]);
      return null;
    });
  }

  private move(
    id: string,
    work: (tx: EntityManager, held: HeldSource) => Promise<JournalRow | null>,
  ): Promise<SourceView> {
    return this.db.transaction(async (tx) => {
      const held = await holdSource(tx, id);
      if (held.isIntake)
        throw new ConflictException(
          '外部接入不由我们采集：要停用请撤销该接入 · an intake is never visited: to stop it, revoke it',
        );
      const row = await work(tx, held);
      const view = await readSource(tx, this.settings.policy.collection, id);
      if (row) await append(tx, [row]);
      return view;
    });
  }
}
