import type { BoardTick } from '../../contract/board.js';
import type { IncidentLine } from '../../contract/incident.js';
import type { WallLine, WallTick } from '../../contract/wall.js';
import { withoutPersonal } from '../../domain/personal/personal-data.js';

/** What a wall may show of the open cases: restricted ones are counted, of the others goes out only what is named here. */
export function wallPart(open: readonly IncidentLine[]): { lines: WallLine[]; restricted: number } {
  const shown = open.filter(({ restrictedTo }) => restrictedTo === null);
  return { lines: shown.map(wallLine), restricted: open.length - shown.length };
}

function wallLine({ id, number, title, level, stage, lead, focus, openedAt, ...line }: IncidentLine): WallLine {
  return {
    ...{ id, number, level, stage, lead, focus, openedAt },
    title: withoutPersonal(title).text,
    acknowledged: line.acknowledgedAt !== null,
    clocks: line.clocks.map(({ kind, startAt, dueAt, state, metAt }) => ({ kind, startAt, dueAt, state, metAt })),
  };
}

/** Whether we see and whether the engine runs: what a source answered, and what the auditor found, stays inside. */
export function wallTick({ now, calm, sweepLate, clockSuspectSince }: BoardTick): WallTick {
  const causes = calm.causes.map((cause) => ({ ...cause, detail: null }));
  return { now, calm: { ...calm, causes }, sweepLate, clockSuspectSince };
}
