import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WallPicture } from '../../contract/wall.js';
import { databaseNow } from '../../database/time.js';
import { IncidentReader } from '../../incidents/incident-reader.js';
import { JournalService } from '../../journal/journal.service.js';
import { Settings } from '../../settings/settings.js';
import { MonthFigures } from './month-figures.js';
import { wallPart } from './wall-part.js';

const OPENED_TODAY = `select count(*)::int as n from incident
  where channel = 'live' and status <> 'dismissed' and restricted_to is null
    and opened_at >= date_trunc('day', app_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`;

const ENTRY = /<script[^>]+src="(\/assets\/[^"]+)"/;

/** Reads what walls show. Cases and counts of one picture are of the same moment; the month's figures may be a minute older. */
@Injectable()
export class WallReader {
  private readonly client: Promise<string | null>;

  constructor(
    private readonly db: DataSource,
    private readonly incidents: IncidentReader,
    private readonly journal: JournalService,
    private readonly figures: MonthFigures,
    private readonly settings: Settings,
  ) {
    this.client = entryOf(join(settings.root, 'dist/web/index.html'));
  }

  async picture(): Promise<WallPicture> {
    const read = await this.db.transaction('REPEATABLE READ', (db) => this.read(db));
    return { ...read, client: await this.client, month: await this.figures.of(new Date(read.now)) };
  }

  private async read(db: EntityManager): Promise<Omit<WallPicture, 'client' | 'month'>> {
    const [today] = await db.query<{ n: number }[]>(OPENED_TODAY);
    return {
      seq: (await this.journal.position(db)).seq,
      now: (await databaseNow(db)).toISOString(),
      ...wallPart(await this.incidents.open(db)),
      openedToday: today?.n ?? 0,
      bureaus: this.settings.rules.bureaus.units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
    };
  }
}

/** By which file the built client begins: its name holds a hash of all that follows. Null while nothing is built. */
async function entryOf(page: string): Promise<string | null> {
  const html = await readFile(page, 'utf8').catch(() => '');
  return ENTRY.exec(html)?.[1] ?? null;
}
