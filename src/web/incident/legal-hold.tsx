import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';
import { holdOf } from './hold-of.js';

function HoldDialog({ on, ...props }: DialogProps & { on: boolean }) {
  const { t } = useTranslation();
  const act = on ? 'place' : 'lift';
  return (
    <ActionDialog<{ reason?: string }>
      {...props}
      act="legal-hold"
      title={t(`hold.${act}`)}
      hint={t(`hold.${act}Hint`)}
      ok={t(`hold.${act}`)}
      body={({ reason }) => ({ version: props.incident.version, on, reason: reason?.trim() })}
    >
      <ReasonField required first />
    </ActionDialog>
  );
}

/** 保全: whether the personal data of the case are kept beyond their time, by whom and why; and placing or lifting it. */
export function LegalHold({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const mayHold = useMay('incident.hold');
  const mayRead = useMay('personal_data.read');
  const [open, setOpen] = useState(false);
  const hold = holdOf(incident.journal);
  if (!mayHold && hold === null) return null;
  return (
    <section className="side-block" aria-labelledby="legal-hold">
      <h2 id="legal-hold">{t('hold.title')}</h2>
      {hold === null ? (
        <p className="quiet">{t('hold.none')}</p>
      ) : (
        <>
          <p>
            {t('hold.since', { name: nameOf(hold.by) })} <Moment at={hold.at} />
          </p>
          <p className="hold-reason">{hold.reason}</p>
        </>
      )}
      <p className="hold-acts">
        {mayHold && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(hold === null ? 'hold.place' : 'hold.lift')}
          </Button>
        )}
        {mayRead && (
          <Link to="/personal-data" search={hold === null ? {} : { show: 'held' }}>
            {t('hold.list')}
          </Link>
        )}
      </p>
      {open && <HoldDialog incident={incident} on={hold === null} onClose={() => setOpen(false)} />}
    </section>
  );
}
