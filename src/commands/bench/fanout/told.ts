import type { BoardNews } from '../../../board/board-reader.js';
import type { IncidentLine } from '../../../contract/incident.js';
import type { Person } from '../../../contract/session.js';

const AT = '2026-11-22T06:00:00.000Z';
const ID = '7d0f5f0c-7f0c-4a39-8a9e-0d6a5b3c2f10';

export const LISTENER = {
  ...{
    id: ID,
    username: 'bench',
    displayName: '值班员',
    role: 'duty_officer',
    bureau: null,
    mustChangePassword: false,
  },
} as unknown as Person;

/** One alert as the journal's tail tells of it: a row, and its case of the size that cases have. */
export function alertNews(seq: number): BoardNews {
  const clock = {
    kind: 'statement_5h',
    state: 'running',
    startAt: AT,
    dueAt: AT,
    metAt: null,
    citation: '国办发〔2016〕61号',
  };
  const line = {
    ...{
      id: ID,
      number: '2026-0001',
      title: '某地一影院发生火灾 已致13人死亡',
      level: 'I',
      lead: 'FILM',
      co: ['TV_DRAMA'],
    },
    ...{ places: ['某省某市'], campaigns: [], priority: [], articleCount: 12, sourceCount: 5, ownReleaseCount: 0 },
    ...{
      status: 'confirmed',
      openedAt: AT,
      acknowledgedAt: null,
      acknowledgedBy: null,
      restrictedTo: null,
      followUp: null,
    },
    clocks: [clock, { ...clock, kind: 'press_conference_24h' }],
  } as unknown as IncidentLine;
  const data = { clockKind: clock.kind, key: 'share-50', title: line.title };
  const row = { seq, at: AT, kind: 'threshold.fired', incidentId: ID, actor: 'system:sweeper', data };
  const entries = { after: seq - 1, seq, now: AT, entries: [row], incidents: [line], gone: [] };
  return { entries, restricted: [], canaries: [], accounts: false, walls: false };
}
