import type { Shape } from '../shape.js';
import type { followUpZh } from '../zh-CN/follow-up.js';

export const followUpEn: Shape<typeof followUpZh> = {
  followUp: {
    nth: 'Continued release no. {{n}}',
    short: 'Follow-up no. {{n}}',
    own: "the office's own rule, no statutory limit",
    ended: 'ended',
    end: 'End continued release',
    endHint: 'No further release is asked for; the verdicts of past cycles stay. A graver level begins it again.',
    before: 'Past cycles',
    cycle: 'No. {{n}}, due {{due}}: {{verdict}}',
    verdict: {
      ...{ running: 'not due yet', met: 'in time', late: 'late', overdue: 'overdue' },
      ...{ waived: 'ended', missed: 'none' },
    },
    journalMissed:
      'No. {{n}} of continued release passed without one; the next runs from its limit (the office’s own rule)',
    journalHastened: {
      casualties: 'The figures of casualties have changed: the next release is due sooner (own cadence)',
      rumour: 'There is a rumour: the next release is due sooner (own cadence)',
    },
    journalEnded: '{{actor}} ended continued release: {{reason}}',
  },
};
