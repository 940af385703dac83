import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { IncidentLine, IncidentView } from '../contract/incident.js';
import { databaseNow } from '../database/time.js';
import { isOfBureau, maySee } from '../domain/rights.js';
import { JournalService } from '../journal/journal.service.js';
import { Settings } from '../settings/settings.js';
import { caseStories } from './case-view.js';
import { Evidence } from './evidence.entity.js';
import { Incident } from './incident.entity.js';
import { perhapsSame } from './incident-pairs.js';
import { waitingRequests } from './second-person.js';
import { openProposals } from './start-view.js';
import { followUps, incidentLines } from './incident-line.js';
import { ladderView } from './ladder-view.js';
import type { Restricted } from '../journal/restricted.js';
import type { Actor } from './moves.js';

/** What a list may be narrowed by. `cursor` is the `next` of the page before. */
export interface IncidentFilter {
  status: 'open' | 'all';
  level?: string | undefined;
  bureau?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Reading cases, always as one person may see them. Canary and drill cases never appear. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly db: DataSource,
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  /** Newest first, by keyset: a page stays right while cases are opened. */
  async page(person: Actor, filter: IncidentFilter): Promise<{ items: IncidentLine[]; next: string | null }> {
    const [openedAt, id] = filter.cursor?.split('_') ?? [];
    const query = this.db.manager
      .createQueryBuilder(Incident, 'i')
      .where(`i.channel = 'live'`)
      .orderBy('i.openedAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .take(filter.limit + 1);
    if (filter.status === 'open') query.andWhere(`i.status <> 'dismissed'`);
    if (filter.level) query.andWhere('i.level = :level', { level: filter.level });
    if (filter.bureau) query.andWhere('i.lead = :lead', { lead: filter.bureau });
    query.andWhere(sightOf(person), { me: person.id, own: person.bureau });
    if (openedAt && id) query.andWhere('(i.opened_at, i.id) < (:openedAt, :id)', { openedAt, id });
    const found = await query.getMany();
    const page = found.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      items: await incidentLines(this.db.manager, page, await databaseNow(this.db.manager)),
      next: found.length > filter.limit && last ? `${last.openedAt.toISOString()}_${last.id}` : null,
    };
  }

  /** Every open live case, for a board's snapshot. */
  async open(db: EntityManager): Promise<IncidentLine[]> {
    const found = await db
      .createQueryBuilder(Incident, 'i')
      .where(`i.channel = 'live' and i.status <> 'dismissed'`)
      .orderBy('i.openedAt', 'DESC')
      .take(2_000)
      .getMany();
    return incidentLines(db, found, await databaseNow(db));
  }

  /** The present lines of these cases; `gone` are those that no longer stand on a board, `restricted` those not for all. */
  async lines(
    db: EntityManager,
    ids: string[],
  ): Promise<{ lines: IncidentLine[]; gone: string[]; restricted: Restricted[] }> {
    const found = await db.find(Incident, { where: { id: In(ids), channel: 'live' } });
    const open = found.filter((incident) => incident.status !== 'dismissed');
    return {
      lines: await incidentLines(db, open, await databaseNow(db)),
      gone: found.filter((incident) => incident.status === 'dismissed').map((incident) => incident.id),
      restricted: found.flatMap(({ id, restrictedTo }) => (restrictedTo ? [{ id, restrictedTo }] : [])),
    };
  }

  /** @throws NotFoundException unknown, or not this person's to see */
  async view(person: Actor, id: string): Promise<IncidentView> {
    const db = this.db.manager;
    const incident = await db.findOneBy(Incident, { id, channel: 'live' });
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
    const now = await databaseNow(db);
    const [line] = await incidentLines(db, [incident], now);
    if (!line) throw new NotFoundException('没有这个事件 · no such incident');
    const journal = await this.journal.ofIncident(id);
    const evidence = await db.find(Evidence, { where: { incidentId: id }, order: { at: 'ASC' } });
    return {
      ...line,
      ...{ summary: incident.summary, facts: incident.facts, levelReason: incident.levelReason },
      ...(await caseStories(db, this.settings.rules, incident)),
      mergedInto: incident.mergedInto,
      perhapsSame: await perhapsSame(db, person, id),
      secondPerson: await waitingRequests(db, id),
      startProposals: await openProposals(db, incident),
      followUps: await followUps(db, id, now),
      statements: evidence.filter((one) => one.form === 'statement').map(statementView),
      pressConferences: evidence.filter((one) => one.form === 'press_conference').map(conferenceView),
      ladder: await ladderView(db, this.settings.policy, id, journal),
      journal,
    };
  }
}

/** `maySee` as a condition on cases `i`; `:me` is the account, `:own` its bureau. */
function sightOf({ role }: Actor): string {
  const unrestricted = isOfBureau(role) ? '(i.lead = :own or :own = any(i.co))' : 'true';
  return `case when i.restricted_to is null then ${unrestricted} else :me = any(i.restricted_to) end`;
}

function statementView({ id, channel, url, title, at, recordedAt, recordedBy }: Evidence) {
  return {
    ...{ id, title, recordedBy },
    channel: channel ?? '',
    url: url ?? '',
    publishedAt: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}

function conferenceView({ id, url, place, at, recordedAt, recordedBy }: Evidence) {
  return {
    ...{ id, url, recordedBy },
    place: place ?? '',
    startedAt: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}
