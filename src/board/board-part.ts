import type { BoardEntries, BoardSnapshot, BoardTick } from '../contract/board.js';
import { isOfBureau, may, maySee, type Viewer } from '../domain/rights.js';
import { hiddenAmong, type Restricted } from '../journal/restricted.js';
import type { BoardNews, BoardReading } from './board-reader.js';

interface Row {
  incidentId: string | null;
}

/** The part of a snapshot that a person may see: a bureau its own cases, the lanes whoever may read stories. */
export function snapshotFor({ restricted, ...snapshot }: BoardReading, person: Viewer): BoardSnapshot {
  const incidents = snapshot.incidents.filter((line) => maySee(person, line));
  const shown = rowsFor(person, restricted, incidents);
  const seen = { ...snapshot, incidents, recent: snapshot.recent.filter(shown) };
  if (may(person.role, 'story.read')) return seen;
  return { ...seen, national: [], triage: [], laneCounts: { national: 0, triage: 0 } };
}

/**
 * The part of new entries that a person may see. Cases that are no longer theirs to see are `gone` for them.
 * @param wasShown whether the person's screen has a case: of others it is not told, not even that they went
 */
export function entriesFor(
  { entries, restricted }: Pick<BoardNews, 'entries' | 'restricted'>,
  person: Viewer,
  wasShown: (id: string) => boolean,
): BoardEntries {
  const incidents = entries.incidents.filter((line) => maySee(person, line));
  const own = new Set(incidents.map((line) => line.id));
  const foreign = entries.incidents.filter((line) => !own.has(line.id)).map((line) => line.id);
  return {
    ...entries,
    incidents,
    entries: entries.entries.filter(rowsFor(person, restricted, incidents)),
    gone: [...entries.gone, ...foreign].filter(wasShown),
  };
}

/** The part of a tick that a person may see. */
export function tickFor(tick: BoardTick, person: Viewer): BoardTick {
  return may(person.role, 'engine.read') ? tick : { ...tick, findings: [] };
}

/** Which journal rows a person may see: a bureau's are those of its open cases, nobody's those of matters restricted to others. */
function rowsFor(person: Viewer, restricted: Restricted[], incidents: { id: string }[]): (row: Row) => boolean {
  const own = new Set(incidents.map((line) => line.id));
  const hidden = hiddenAmong(restricted, person.id);
  const ofBureau = isOfBureau(person.role);
  return ({ incidentId }) =>
    incidentId === null ? !ofBureau : !hidden.has(incidentId) && (!ofBureau || own.has(incidentId));
}
