import { createHash } from 'node:crypto';
import { NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee, type Viewer } from '../../domain/rights.js';
import { Incident } from '../../incidents/incident.entity.js';

/** The copy of a page behind a recorded link. */
export interface KeptPage {
  sha256: string;
  url: string;
  fetchedAt: Date;
  body: Buffer;
}

/**
 * The copy kept of the page behind a piece of evidence, also of one that was corrected or withdrawn since: the proof of what stood there.
 * @throws NotFoundException no such case, not this person's to see, or no copy was kept
 * @throws UnprocessableEntityException the copy is not what was fetched: storage is damaged
 */
export async function keptPage(
  db: EntityManager,
  person: Viewer,
  incidentId: string,
  evidenceId: string,
): Promise<KeptPage> {
  const incident = await db.findOneBy(Incident, { id: incidentId, channel: 'live' });
  if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
  const [page] = await db.query<KeptPage[]>(
    `select c.sha256, c.url, c.fetched_at as "fetchedAt", c.body
     from link_check c join evidence e on e.id = c.evidence_id
     where e.id = $1 and e.incident_id = $2 and c.body is not null`,
    [evidenceId, incidentId],
  );
  if (!page) throw new NotFoundException('没有留存这条链接的页面副本 · no copy was kept of the page behind this link');
  if (createHash('sha256').update(page.body).digest('hex') !== page.sha256)
    throw new UnprocessableEntityException(
      `页面副本与其指纹 sha256 ${page.sha256} 不符，请核查存储 · the copy does not match its sha256: check the storage`,
    );
  return page;
}
