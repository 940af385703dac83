import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { IncidentLine, IncidentView } from '../contract/incident.js';
import { databaseNow } from '../database/time.js';
import { pageTolerance } from '../domain/clocks/policy.js';
import { maySee } from '../domain/rights.js';
import { JournalService } from '../journal/journal.service.js';
import { Settings } from '../settings/settings.js';
import { caseStories } from './case-view.js';
import { Evidence } from './evidence.entity.js';
import { Incident } from './incident.entity.js';
import { perhapsSame } from './incident-pairs.js';
import { pagesOf } from './page-of-evidence.js';
import { replacedEvidenceOf } from './replaced-evidence.js';
import { waitingRequests } from './second-person.js';
import { openOwnReleases } from './own-releases.js';
import { openProposals } from './start-view.js';
import { followUps, incidentLines } from './incident-line.js';
import { ladderView } from './ladder-view.js';
import { targetViews } from './target-views.js';
import type { Restricted } from '../journal/restricted.js';
import { STANDS_OPEN, standingOpen } from '../journal/standing-open.js';
import type { Actor } from './moves.js';

/** Reading cases, always as one person may see them. Canary and drill cases never appear. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly db: DataSource,
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  /** Every open live case, for a board's snapshot. */
  async open(db: EntityManager): Promise<IncidentLine[]> {
    const found = await db
      .createQueryBuilder(Incident, 'i')
      .where(`i.channel = 'live' and ${STANDS_OPEN}`)
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
    const standing = new Set(await standingOpen(db, ids));
    const open = found.filter(({ id }) => standing.has(id));
    return {
      lines: await incidentLines(db, open, await databaseNow(db)),
      gone: found.flatMap(({ id }) => (standing.has(id) ? [] : [id])),
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
    const evidence = await db.find(Evidence, { where: { incidentId: id, standing: true }, order: { at: 'ASC' } });
    const pages = await pagesOf(db, id, pageTolerance(this.settings.policy));
    return {
      ...line,
      ...{ summary: incident.summary, facts: incident.facts, levelReason: incident.levelReason },
      ...(await caseStories(db, this.settings.rules, incident)),
      mergedInto: incident.mergedInto,
      perhapsSame: await perhapsSame(db, person, id),
      secondPerson: await waitingRequests(db, id),
      startProposals: await openProposals(db, incident),
      ownReleases: await openOwnReleases(db, incident),
      targets: await targetViews(db, id, now),
      followUps: await followUps(db, id, now),
      statements: evidence
        .filter((one) => one.form === 'statement')
        .map((one) => ({ ...statementView(one), page: pages.get(one.id) ?? null })),
      pressConferences: evidence
        .filter((one) => one.form === 'press_conference')
        .map((one) => ({ ...conferenceView(one), page: pages.get(one.id) ?? null })),
      replacedEvidence: await replacedEvidenceOf(db, id),
      ladder: await ladderView(db, this.settings.policy, id, journal),
      journal,
    };
  }
}

function statementView({ channel, url, at, recordedAt, ...evidence }: Evidence) {
  const { id, title, recordedBy, articleId, copySha256 } = evidence;
  return {
    ...{ id, title, recordedBy, articleId, copySha256 },
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
