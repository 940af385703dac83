import { useQueries } from '@tanstack/react-query';
import type { IncidentLine } from '../../contract/incident.js';
import type { Workspace } from '../../contract/records/record.js';
import { useBoard } from '../board/board-context.js';
import { byUrgency } from '../board/board-order.js';
import { workspaceQuery } from '../work/work-queries.js';
import { type Asked, askedOf, isMine } from './asked.js';

export interface InboxCase {
  line: IncidentLine;
  asked: Asked;
  /** Undefined: not read yet, or not needed yet. */
  workspace: Workspace | undefined;
}

const needsRecords = ({ lead, acknowledgedAt }: IncidentLine, bureau: string): boolean =>
  lead !== bureau || acknowledgedAt !== null;

/**
 * The bureau's cases as the board knows them, the nearest limit first. What stands on record of each is read again when the socket
 * tells that the case was touched, and not by the clock.
 */
export function useInboxCases(bureau: string): InboxCase[] {
  const incidents = useBoard((state) => state.incidents);
  const lines = [...incidents.values()].filter((line) => isMine(line, bureau)).sort(byUrgency);
  const read = useQueries({
    queries: lines.map((line) => ({
      ...workspaceQuery(line.id),
      enabled: needsRecords(line, bureau),
      refetchInterval: false as const,
    })),
  });
  return lines.map((line, index) => {
    const workspace = read[index]?.data;
    return { line, workspace, asked: askedOf(line, bureau, workspace?.records) };
  });
}
