import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { useMoment } from '../clock/moment.js';
import { PriorityMark } from '../marks/priority-mark.js';
import { useMay } from '../session/person.js';

const PriorityDialog = lazy(() =>
  import('./priority-dialog.js').then((module) => ({ default: module.PriorityDialog })),
);

function Targets({ incident: { targets } }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <dl className="internal-targets">
      {targets.map(({ name, startAt, dueAt, state, citation }) => (
        <div key={name + startAt} className={`target-${state}`} title={citation}>
          <dt>{t(`internalTarget.name.${name}`)}</dt>
          <dd>
            {t('internalTarget.by', { due: moment(dueAt) })} <b>{t(`internalTarget.verdict.${state}`)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** 内部目标、重点事项: apart from the clocks of the law, and quieter. */
export function InternalTargets({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayChange = useMay('incident.prioritise');
  const [open, setOpen] = useState(false);
  const { targets, priority, mergedInto } = incident;
  return (
    <section className="own-times" aria-label={t('internalTarget.title')}>
      <p>
        {priority.length > 0 ? <PriorityMark priority={priority} /> : t('priority.none')}
        {mayChange && mergedInto === null && (
          <Button
            type="link"
            size="small"
            aria-label={`${t('priority.change')}：${t('priority.title')}`}
            onClick={() => setOpen(true)}
          >
            {t('priority.change')}
          </Button>
        )}
      </p>
      {targets.length > 0 && (
        <>
          <h3>
            {t('internalTarget.title')} <small>{t('internalTarget.hint')}</small>
          </h3>
          <Targets incident={incident} />
        </>
      )}
      {open && (
        <Suspense>
          <PriorityDialog incident={incident} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
