import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IncidentLine } from '../../contract/incident.js';
import type { IncidentQuery, RegisterFilter } from '../../contract/register.js';
import { databaseNow } from '../../database/time.js';
import { MOST_EXPORTED, refuseTooMany } from '../../journal/exports/csv-export.js';
import { incidentLines } from '../incident-line.js';
import { Incident } from '../incident.entity.js';
import type { Actor } from '../moves.js';
import { narrow } from './narrow.js';

/** 事件台账: every case there has been, always as one person may see it. Canary and drill cases never appear. */
@Injectable()
export class RegisterReader {
  constructor(private readonly db: DataSource) {}

  /** Newest first, by keyset: a page stays right while cases are opened. */
  async page(person: Actor, asked: IncidentQuery): Promise<{ items: IncidentLine[]; next: string | null }> {
    const found = await this.found(this.db.manager, person, asked, asked.limit + 1, asked.cursor);
    const page = found.slice(0, asked.limit);
    const last = page.at(-1);
    return {
      items: await incidentLines(this.db.manager, page, await databaseNow(this.db.manager)),
      next: found.length > asked.limit && last ? `${last.openedAt.toISOString()}_${last.id}` : null,
    };
  }

  /** @throws UnprocessableEntityException when there are more than a file may hold */
  async all(tx: EntityManager, person: Actor, filter: RegisterFilter): Promise<IncidentLine[]> {
    const found = await this.found(tx, person, filter, MOST_EXPORTED + 1);
    refuseTooMany(found.length);
    return incidentLines(tx, found, await databaseNow(tx));
  }

  private found(db: EntityManager, person: Actor, filter: RegisterFilter, most: number, cursor?: string) {
    const query = db.createQueryBuilder(Incident, 'i').orderBy('i.openedAt', 'DESC').addOrderBy('i.id', 'DESC');
    narrow(query, person, filter);
    const [openedAt, id] = cursor?.split('_') ?? [];
    if (openedAt && id) query.andWhere('(i.opened_at, i.id) < (:openedAt, :id)', { openedAt, id });
    return query.take(most).getMany();
  }
}
