import type { BoardState } from '../board/board-state.js';
import type { IncidentLine } from '../../contract/incident.js';

/** 特别重大、重大 that nobody has acknowledged: rings on every screen until somebody does. */
export const isRinging = (line: Pick<IncidentLine, 'level' | 'acknowledgedAt'> | undefined): boolean =>
  line !== undefined && (line.level === 'I' || line.level === 'II') && line.acknowledgedAt === null;

/** The gravest first. */
export const ringingOf = (incidents: BoardState['incidents']): IncidentLine[] =>
  [...incidents.values()].filter(isRinging).sort((a, b) => (a.level ?? '').localeCompare(b.level ?? ''));
