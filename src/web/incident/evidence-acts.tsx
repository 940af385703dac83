import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { useMay } from '../session/person.js';
import type { Recorded } from './recorded.js';

const CorrectDialog = lazy(() => import('./correct-evidence.js').then((module) => ({ default: module.CorrectDialog })));
const WithdrawDialog = lazy(() =>
  import('./correct-evidence.js').then((module) => ({ default: module.WithdrawDialog })),
);

interface EvidenceActsProps {
  incident: IncidentView;
  evidence: Recorded;
}

/** 更正、撤回, where it is shown. */
export function EvidenceActs({ incident, evidence }: EvidenceActsProps) {
  const { t } = useTranslation();
  const mayRecord = useMay('evidence.record');
  const [doing, setDoing] = useState<'correct' | 'withdraw' | null>(null);
  if (!mayRecord || isOver(incident.stage)) return null;
  const Dialog = doing === 'correct' ? CorrectDialog : WithdrawDialog;
  return (
    <span className="proof-acts">
      <Button size="small" onClick={() => setDoing('correct')}>
        {t('correction.correct')}
      </Button>
      <Button size="small" onClick={() => setDoing('withdraw')}>
        {t('correction.withdraw')}
      </Button>
      {doing && (
        <Suspense>
          <Dialog incident={incident} evidence={evidence} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </span>
  );
}
