import type { WallLine } from '../../contract/wall.js';
import { byUrgency, isOverdue } from '../board/board-order.js';

/** How long a page of the rest stands, ms. */
export const TURN_MS = 20_000;
/** Places kept for what turns when everything else must stay. */
const TURNING = 2;

/** How many rows the screen holds: with room to breathe, and set close. */
export interface Room {
  roomy: number;
  close: number;
}

/** What stands, and what takes turns below it. */
export interface Arranged {
  close: boolean;
  /** They never leave the screen. */
  fixed: WallLine[];
  /** Pages that share the places left; none when all are in sight. */
  pages: WallLine[][];
  /** Of those that ought to stand, how many must take turns: the screen is too small for them. */
  pinnedTurning: number;
}

/** Overdue, and levels I and II. */
export function isPinned(line: WallLine, now: number): boolean {
  return line.level === 'I' || line.level === 'II' || isOverdue(line, now);
}

/**
 * Lays the cases out, in order of urgency: all at once where there is room, else set close, else the rest by turns. What is pinned
 * stands; only when even that is more than the screen holds, the least urgent of it takes turns too.
 */
export function arrangeWall(lines: readonly WallLine[], room: Room, now: number): Arranged {
  const sorted = [...lines].sort(byUrgency);
  const pinned = sorted.filter((line) => isPinned(line, now));
  const rest = sorted.filter((line) => !isPinned(line, now));
  const all = [...pinned, ...rest];
  if (all.length <= room.roomy) return { close: false, fixed: all, pages: [], pinnedTurning: 0 };
  if (all.length <= room.close) return { close: true, fixed: all, pages: [], pinnedTurning: 0 };
  const close = pinned.length + TURNING > room.roomy;
  const places = close ? room.close : room.roomy;
  const standing = Math.min(pinned.length, Math.max(0, places - TURNING));
  return {
    close,
    fixed: all.slice(0, standing),
    pages: inPages(all.slice(standing), Math.max(1, places - standing)),
    pinnedTurning: pinned.length - standing,
  };
}

/** As few pages as will do, none of them much emptier than the others. */
function inPages(lines: WallLine[], size: number): WallLine[][] {
  const pages = Math.ceil(lines.length / size);
  const upTo = (page: number): number => Math.ceil((page * lines.length) / pages);
  return Array.from({ length: pages }, (_, n) => lines.slice(upTo(n), upTo(n + 1)));
}

/** Which page it is the turn of: by server time, so that walls side by side turn together. */
export function turnAt(now: number, pages: number): number {
  return pages === 0 ? 0 : Math.floor(now / TURN_MS) % pages;
}
