import type { ladderZh } from '../zh-CN/ladder.js';
import type { Shape } from '../shape.js';

export const ladderEn: Shape<typeof ladderZh> = {
  ladder: {
    title: 'Escalation ladder',
    lead: 'Level by level while nobody has acknowledged; an acknowledgement stops the ladder, never the clock',
    post: {
      lead_officer: 'Officer of the lead bureau',
      lead_deputy: 'Deputy officer of the lead bureau',
      lead_head: 'Head of the lead bureau',
      general_office_head: 'Head of the General Office',
      leadership: 'Leadership',
    },
    state: {
      ahead: 'ahead',
      told: 'told',
      skipped: 'passed over',
      stopped: 'stopped',
    },
    reason: {
      nobody: 'nobody stands there',
      unreachable: 'no working way to reach them',
      undelivered: 'the notice did not arrive',
    },
    holds: 'Acknowledged; without progress it expires at {{time}} and the ladder goes on from where it stopped',
  },
};
