import type { Shape } from '../shape.js';
import type { secondPersonZh } from '../zh-CN/second-person.js';

export const secondPersonEn: Shape<typeof secondPersonZh> = {
  secondPerson: {
    what: {
      clock_start: 'a later clock start',
      dismissal: 'the end without an answer',
      downgrade: 'the downgrade',
      waiver: 'the waiver of a limit',
      late_evidence: 'a release recorded late',
      evidence_correction: 'a correction that makes it in time',
      evidence_withdrawal: 'a withdrawal by which missed cycles count no more',
    },
    asks: {
      clock_start: 'Start from {{from}} to the later {{to}}',
      dismissal: 'End it without an answer ({{how}}); this ends: {{duties}}',
      downgrade: 'Level from {{fromLevel}} to {{level}}; this ends: {{duties}}',
      waiver: 'Waive: {{duties}} (due {{due}})',
      late_evidence: 'Recorded late: released {{time}}, before the limit; once confirmed, met: {{duties}}',
      evidence_correction: 'Time of release: {{from}} becomes {{time}}; once confirmed, met: {{duties}}',
      evidence_withdrawal:
        'Withdraw the release of {{time}}; once confirmed, these missed cycles of continued release count no more: {{cycles}}',
    },
    agreeHint: {
      clock_start: 'The limits then run from the new start; the old start and its verdict are still listed.',
      dismissal: 'The limits then end; the time that was left is listed in the report.',
      downgrade:
        'These limits then end, the time that was left is listed in the report, and the 48 h limit runs from the same start.',
      waiver: 'This limit then ends; the time that was left is listed in the report. The other limits run on.',
      late_evidence: 'Check the time on the page itself. The verdict is then met, and listed as recorded late.',
      evidence_correction:
        'Check the time on the page itself. The verdict turns from missed to met; the former one stays listed.',
      evidence_withdrawal:
        'Make sure that it was never published or has been taken down. What it answered then runs again; the cycles that count no more are listed in the report, with their former verdicts.',
    },
    byLeadership: 'Leadership decides.',
    waive: 'Ask for a waiver',
    waiveFor: 'Ask for a waiver: {{clock}}',
    waiveHint: 'Leadership decides; until then the limit runs on. Reason and time left are listed in the report.',
    waiverWaits: 'A waiver has been asked for: leadership decides',
    lateWaits: 'A release within the limit was recorded late: another person must confirm it',
    singleHanded: 'decided by one person',
    recordedLate: 'recorded late',
    left: 'ended with {{length}} left',
    over: 'ended {{length}} over',
    formerly: 'before the correction due {{due}}: {{verdict}}',
    journal: {
      asked: '{{actor}} asked for {{what}}: a second person must confirm. {{reason}}',
      confirmed: '{{actor}} confirmed {{what}} as the second person. {{reason}}',
      refused: '{{actor}} refused {{what}}. {{reason}}',
      withdrawn: '{{actor}} withdrew the request for {{what}}. {{reason}}',
      moot: 'The request for {{what}} was closed: {{why}}',
      why: {
        merged: 'the incident was merged into another',
        dismissed: 'the incident has ended without an answer',
        duties_over: 'the limits were answered or ended',
        carried_over: 'it goes on with the other incident',
        evidence_replaced: 'what it is about was corrected or withdrawn',
        other: 'things have changed',
      },
      waived: '{{actor}} waived {{clock}}. {{reason}}{{single}}',
      evidence: '{{actor}} confirmed the release recorded late ({{time}}), {{verdict}}{{single}}',
      single: ' (decided by one person)',
      attempt: '{{actor}} was refused: {{attempt}}',
      attempts: {
        own_request: 'confirming their own request',
        not_entitled: 'a request this account may not confirm',
        changed_since: 'confirming what has changed since it was asked',
        impossible_start: 'a clock start against the rules',
        impossible_evidence: 'an impossible time of release',
        waiver: 'a waiver of an answered limit',
        other: 'something not allowed',
      },
    },
  },
};
