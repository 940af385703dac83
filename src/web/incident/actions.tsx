import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { may, mayAcknowledge, type Right } from '../../domain/rights.js';
import { useAcknowledge } from '../board/acknowledge.js';
import { isOpenClock } from '../clock/countdown.js';
import { usePerson } from '../session/person.js';

const dialogs = {
  confirm: lazy(() => import('./dialogs.js').then((module) => ({ default: module.ConfirmDialog }))),
  dismiss: lazy(() => import('./dialogs.js').then((module) => ({ default: module.DismissDialog }))),
  grade: lazy(() => import('./dialogs.js').then((module) => ({ default: module.GradeDialog }))),
  assign: lazy(() => import('./dialogs.js').then((module) => ({ default: module.AssignDialog }))),
  merge: lazy(() => import('./merge-dialog.js').then((module) => ({ default: module.MergeDialog }))),
  restrict: lazy(() => import('./restrict-dialogs.js').then((module) => ({ default: module.RestrictDialog }))),
  lift: lazy(() => import('./restrict-dialogs.js').then((module) => ({ default: module.LiftDialog }))),
  statement: lazy(() => import('./evidence-dialogs.js').then((module) => ({ default: module.StatementDialog }))),
  conference: lazy(() => import('./evidence-dialogs.js').then((module) => ({ default: module.ConferenceDialog }))),
};
type Dialog = keyof typeof dialogs;

const needed: Record<Dialog, Right> = {
  statement: 'evidence.record',
  conference: 'evidence.record',
  confirm: 'incident.confirm',
  grade: 'incident.grade',
  assign: 'incident.assign',
  merge: 'story.group',
  restrict: 'incident.restrict',
  lift: 'incident.restrict',
  dismiss: 'incident.dismiss',
};
const ORDER: readonly Dialog[] = [
  ...(['confirm', 'statement', 'conference', 'grade', 'assign', 'merge'] as const),
  ...(['restrict', 'lift', 'dismiss'] as const),
];

/** Whether doing this makes sense as the incident stands. What was merged away goes on in the other case. */
function makesSense(dialog: Dialog, { status, mergedInto, restrictedTo }: IncidentView): boolean {
  if (mergedInto !== null) return false;
  if (dialog === 'lift') return restrictedTo !== null;
  if (dialog === 'restrict') return true;
  if (dialog === 'confirm') return status === 'provisional';
  return status !== 'dismissed' || dialog === 'statement' || dialog === 'conference';
}

/** The one thing that is due most: signing first, then the answer whose clock is running. */
function nextOf(incident: IncidentView): Dialog | 'acknowledge' | null {
  if (incident.acknowledgedAt === null && incident.status !== 'dismissed') return 'acknowledge';
  const open = incident.clocks.filter(isOpenClock).map((clock) => clock.kind);
  if (open.includes('statement_5h') || open.includes('other_48h')) return 'statement';
  return open.includes('press_conference_24h') ? 'conference' : null;
}

function Acknowledge({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const act = useAcknowledge(incident);
  return (
    <Button type="primary" title={t('action.acknowledgeHint')} loading={act.isPending} onClick={() => act.mutate()}>
      {t('action.acknowledge')}
    </Button>
  );
}

/** What the person at the screen can do with the incident, the next due thing first in weight. */
export function Actions({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const person = usePerson();
  const { role } = person;
  const [open, setOpen] = useState<Dialog | null>(null);
  const next = nextOf(incident);
  const offered = ORDER.filter((dialog) => may(role, needed[dialog]) && makesSense(dialog, incident));
  const Opened = open === null ? null : dialogs[open];
  return (
    <section className="case-actions" aria-label={t('action.title')}>
      {mayAcknowledge(person, incident) && next === 'acknowledge' && <Acknowledge incident={incident} />}
      {offered.map((dialog) => (
        <Button
          key={dialog}
          type={dialog === next ? 'primary' : 'default'}
          danger={dialog === 'dismiss'}
          onClick={() => setOpen(dialog)}
        >
          {t(`action.${dialog}`)}
        </Button>
      ))}
      {offered.length === 0 && incident.mergedInto === null && <p className="quiet">{t('action.none')}</p>}
      {Opened !== null && (
        <Suspense>
          <Opened incident={incident} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
