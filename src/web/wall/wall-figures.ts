import type { WallLine } from '../../contract/wall.js';
import { isOverdue, nearestDue } from '../board/board-order.js';

/** One bar: how many are open, and how many of them overdue. */
export interface Bar {
  key: string;
  open: number;
  overdue: number;
}

/** Bureaus that lead open cases: most overdue first, then most open, then by code. */
export function barsOfBureaus(lines: readonly WallLine[], now: number): Bar[] {
  const codes = [...new Set(lines.map(({ lead }) => lead))];
  return codes
    .map((key) =>
      barOf(
        key,
        lines.filter(({ lead }) => lead === key),
        now,
      ),
    )
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.key.localeCompare(b.key));
}

const FOCUSES = ['MAJOR_POLICY', 'PUBLIC_INTEREST', 'IMAGE_CREDIBILITY', 'MAJOR_EMERGENCY'] as const;

/** The four focuses of the notice, always all four; a case may be of several. */
export function barsOfFocuses(lines: readonly WallLine[], now: number): (Bar & { key: (typeof FOCUSES)[number] })[] {
  return FOCUSES.map((key) => ({
    ...barOf(
      key,
      lines.filter(({ focus }) => focus.includes(key)),
      now,
    ),
    key,
  }));
}

function barOf(key: string, lines: readonly WallLine[], now: number): Bar {
  return { key, open: lines.length, overdue: lines.filter((line) => isOverdue(line, now)).length };
}

/** The case whose limit comes next, and the limit, epoch milliseconds; what is overdue already does not come. */
export function nextDue(lines: readonly WallLine[], now: number): { line: WallLine; due: number } | null {
  const coming = lines.flatMap((line) => {
    const open = line.clocks.filter(({ dueAt }) => Date.parse(dueAt) >= now);
    const due = nearestDue({ clocks: open });
    return due === null ? [] : [{ line, due }];
  });
  return coming.reduce<{ line: WallLine; due: number } | null>(
    (first, one) => (first === null || one.due < first.due ? one : first),
    null,
  );
}
