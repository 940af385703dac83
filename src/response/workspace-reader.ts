import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Workspace } from '../contract/records/record.js';
import { databaseNow } from '../database/time.js';
import { irregularities, missingFor, STEPS, type StepName } from '../domain/lifecycle/lifecycle.js';
import { MISSING, type Missing } from '../domain/lifecycle/missing.js';
import type { Where } from '../domain/lifecycle/stage.js';
import { maySee } from '../domain/rights.js';
import { Incident } from '../incidents/incident.entity.js';
import type { Actor } from '../incidents/moves.js';
import { Settings } from '../settings/settings.js';
import { checklistOf } from './conference-checklist.js';
import { editorsOf } from './editing.js';
import { bodiesOf, type CaseReading, factsOf, readCase, signaturesOf } from './facts-of-case.js';
import { CasePapers } from './papers-of-case.js';
import { waterfallOf } from './waterfall-of-case.js';

const told = (code: Missing) => ({ code, ...MISSING[code] });

/** The work on a case as one person may see it. */
@Injectable()
export class WorkspaceReader {
  constructor(
    private readonly db: DataSource,
    private readonly papers: CasePapers,
    private readonly settings: Settings,
  ) {}

  /** @throws NotFoundException unknown, or not this person's to see */
  async view(person: Actor, id: string): Promise<Workspace> {
    const db = this.db.manager;
    const incident = await db.findOneBy(Incident, { id, channel: 'live' });
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
    const reading = await readCase(db, this.settings.policy, incident, await databaseNow(db));
    const facts = factsOf(reading);
    return {
      stage: incident.stage,
      stages: await stagesOf(db, incident),
      waterfall: await waterfallOf(db, reading),
      papers: this.papers.of(incident),
      checklist: await checklistOf(db, this.papers.checklist, id),
      steps: (Object.keys(STEPS) as StepName[]).map((step) => ({ step, missing: missingFor(step, facts).map(told) })),
      irregularities: openIrregularities(reading).map(told),
      signOff: signOffOf(reading),
      records: reading.all,
      editing: await editorsOf(db, id),
    };
  }
}

/** 手续待补: of every release on record, what its text had not gone through until now. A publication without a record lacks all of it. */
function openIrregularities(reading: CaseReading): Missing[] {
  const drafts = bodiesOf(reading.records, 'release').map((release) => release.draft);
  const asked = drafts.length === 0 && reading.releases > 0 ? [0] : drafts;
  return [...new Set(asked.flatMap((draft) => irregularities(factsOf(reading, draft))))];
}

/** Whose turn it is to sign the newest text. */
function signOffOf(reading: CaseReading): Workspace['signOff'] {
  const given = signaturesOf(reading);
  return reading.chain.map((post, index) => ({ post, by: given[index]?.signer.name ?? null }));
}

/** Each stage with the moment it was reached, from the journal. */
async function stagesOf(db: EntityManager, incident: Incident): Promise<Workspace['stages']> {
  const rows = await db.query<{ at: Date; stage: Where }[]>(
    `select at, body::jsonb -> 'data' ->> 'to' as stage from journal
     where incident_id = $1 and kind = 'incident.stage' order by seq`,
    [incident.id],
  );
  const opened: Workspace['stages'][number] = { stage: 'collected', at: incident.openedAt.toISOString() };
  return [opened, ...rows.map(({ at, stage }) => ({ stage, at: at.toISOString() }))];
}
