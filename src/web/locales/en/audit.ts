import type { auditZh } from '../zh-CN/audit.js';
import type { Shape } from '../shape.js';

export const auditEn: Shape<typeof auditZh> = {
  audit: {
    rule: {
      overdue_threshold: 'warnings due and not fired',
      case_without_clock: 'cases without a clock that their level starts',
      clock_without_threshold: 'clocks without warnings',
      wrong_due: 'limits that do not follow from their start',
      policy_unknown: 'clocks by a policy that is not kept',
      alert_without_notice: 'warnings that nobody was told of',
      stuck_notice: 'notices not sent in time',
      journal_broken: 'breaks in the journal',
      anchor_broken: 'anchors that the journal does not agree with',
      anchor_not_kept: 'daily anchors whose file cannot be written',
      policy_refused: 'the policy file is faulty and was refused',
      clock_suspect: 'the database clock jumped',
    },
    found: 'The system audit found: {{what}} (since {{time}}). Let the administrator look at the system.',
    item: '{{what}}: {{count}}',
    policyRefused:
      'The policy file is faulty and was refused; the one before stays in force (since {{time}}): {{faults}}. This notice ends when it is mended.',
  },
};
