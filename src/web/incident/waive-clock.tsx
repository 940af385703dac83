import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../contract/clock.js';
import type { SecondPersonKind } from '../../domain/second-person.js';
import type { IncidentView } from '../../contract/incident.js';
import { isOpenClock } from '../clock/countdown.js';
import { useMay } from '../session/person.js';

const WaiveDialog = lazy(() => import('./waive-dialog.js').then((module) => ({ default: module.WaiveDialog })));

/** What waits for a second person about this clock, and asking leadership to waive it. */
export function WaiveClock({ incident, clock }: { incident: IncidentView; clock: ClockView }) {
  const { t } = useTranslation();
  const mayAsk = useMay('incident.ask_waiver');
  const [open, setOpen] = useState(false);
  const about = incident.secondPerson.filter(
    ({ payload }) =>
      payload.kind === clock.kind || (Array.isArray(payload.kinds) && payload.kinds.includes(clock.kind)),
  );
  const waits = (...kinds: SecondPersonKind[]) => about.some((one) => kinds.includes(one.kind));
  return (
    <>
      {waits('late_evidence', 'evidence_correction') && <p className="clock-note">{t('secondPerson.lateWaits')}</p>}
      {waits('waiver') && <p className="clock-note">{t('secondPerson.waiverWaits')}</p>}
      {mayAsk && isOpenClock(clock) && !waits('waiver') && (
        <p className="clock-act">
          <Button
            size="small"
            aria-label={t('secondPerson.waiveFor', { clock: t(`clock.kind.${clock.kind}`) })}
            onClick={() => setOpen(true)}
          >
            {t('secondPerson.waive')}
          </Button>
        </p>
      )}
      {open && (
        <Suspense>
          <WaiveDialog incident={incident} kind={clock.kind} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
