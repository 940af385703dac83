import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { anchorFile, ANCHORS_FOLDER } from '../../journal/anchors/anchor.js';
import { Settings } from '../../settings/settings.js';
import { writeOnce } from './write-once.js';

/** Writes each anchor to its file below DATA_DIR/anchors. The row stays the truth: a file that cannot be written is tried again. */
@Injectable()
export class AnchorFiles {
  private readonly logger = new Logger(AnchorFiles.name);

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Writes those that are still missing, oldest first. */
  async keep(): Promise<void> {
    const folder = join(this.settings.env.DATA_DIR, ANCHORS_FOLDER);
    const rows = await this.db.query<{ day: string; body: string }[]>(
      'select day, body from journal_anchor where kept_at is null order by day',
    );
    for (const { day, body } of rows) await this.keepOne(folder, day, body);
  }

  private async keepOne(folder: string, day: string, body: string): Promise<void> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o750 });
      await writeOnce(folder, anchorFile(day), body);
      await this.db.query('update journal_anchor set kept_at = app_now(), fault = null where day = $1', [day]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.error(`每日存证文件未写成,一分钟后重试 · anchor file not written, again in a minute: ${why}`);
      await this.db.query('update journal_anchor set fault = $2 where day = $1', [day, why]);
    }
  }
}
