import type { ClockKind } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { isOpenClock } from '../clock/countdown.js';

/** Minutes before the limit at which the board speaks; 0 is the limit itself. */
const MARKS = [60, 30, 10, 0] as const;

export interface Milestone {
  incident: IncidentLine;
  kind: ClockKind;
  minutes: (typeof MARKS)[number];
}

/** What was passed after `before` and up to `now` (epoch milliseconds); of several marks of one clock, the latest only. */
export function milestones(lines: Iterable<IncidentLine>, before: number, now: number): Milestone[] {
  const passed: Milestone[] = [];
  for (const incident of lines) {
    for (const clock of incident.clocks.filter(isOpenClock)) {
      const due = Date.parse(clock.dueAt);
      const minutes = MARKS.filter((mark) => {
        const instant = due - mark * 60_000;
        return instant > before && instant <= now;
      }).at(-1);
      if (minutes !== undefined) passed.push({ incident, kind: clock.kind, minutes });
    }
  }
  return passed;
}
