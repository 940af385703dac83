import { useTranslation } from 'react-i18next';
import type { StandingFinding } from '../../contract/audit.js';
import { useBoard } from '../board/board-context.js';
import { useClockOrMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { auditWord } from '../words/audit-words.js';

/** What the auditor finds wrong with the engine; the server tells it to those who can see to it. */
export function AuditBanner() {
  const findings = useBoard((state) => state.findings);
  const refused = findings.find(({ rule }) => rule === 'policy_refused');
  // A clock that jumped is told to everybody already.
  const others = findings.filter(({ rule }) => rule !== 'policy_refused' && rule !== 'clock_suspect');
  return (
    <>
      {refused && <Refused finding={refused} />}
      {others.length > 0 && <Found findings={others} />}
    </>
  );
}

function Refused({ finding: { since, faults } }: { finding: StandingFinding }) {
  const { t } = useTranslation();
  const timeOf = useClockOrMoment();
  return (
    <div className="banner banner-blind" role="status">
      <ToneSign tone="overdue" />
      <span>{t('audit.policyRefused', { time: timeOf(since), faults: faults.join(t('calm.join')) })}</span>
    </div>
  );
}

function Found({ findings }: { findings: readonly StandingFinding[] }) {
  const { t } = useTranslation();
  const timeOf = useClockOrMoment();
  const what = findings.map(({ rule, count }) => t('audit.item', { what: auditWord(rule, t), count }));
  return (
    <div className="banner banner-blind" role="status">
      <ToneSign tone="overdue" />
      <span>{t('audit.found', { what: what.join(t('calm.join')), time: timeOf(findings[0]?.since ?? '') })}</span>
    </div>
  );
}
