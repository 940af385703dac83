import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { comesAfter, isStage } from '../../domain/lifecycle/stage.js';
import { may, mayAcknowledge, type Right } from '../../domain/rights.js';
import { useAcknowledge } from '../board/acknowledge.js';
import { openChapter } from '../i18n.js';
import { usePerson } from '../session/person.js';
import { dueForms } from '../work/due-forms.js';
import { mayWish } from '../work/wish.js';

const dialogs = {
  confirm: lazy(() => import('./dialogs.js').then((module) => ({ default: module.ConfirmDialog }))),
  dismiss: lazy(async () => {
    const [{ LeaveSheet }] = await Promise.all([import('../work/leave-sheet.js'), openChapter('work')]);
    return { default: LeaveSheet };
  }),
  grade: lazy(() => import('./dialogs.js').then((module) => ({ default: module.GradeDialog }))),
  merge: lazy(() => import('./merge-dialog.js').then((module) => ({ default: module.MergeDialog }))),
  restrict: lazy(() => import('./restrict-dialogs.js').then((module) => ({ default: module.RestrictDialog }))),
  lift: lazy(() => import('./restrict-dialogs.js').then((module) => ({ default: module.LiftDialog }))),
};
type Dialog = keyof typeof dialogs;

const needed: Record<Dialog, Right> = {
  confirm: 'incident.confirm',
  grade: 'incident.grade',
  merge: 'story.group',
  restrict: 'incident.restrict',
  lift: 'incident.restrict',
  dismiss: 'incident.dismiss',
};
const ORDER: readonly Dialog[] = ['confirm', 'grade', 'merge', 'restrict', 'lift', 'dismiss'];

/** Whether doing this makes sense as the incident stands. What was merged away goes on in the other case. */
function makesSense(dialog: Dialog, { status, mergedInto, restrictedTo }: IncidentView): boolean {
  if (mergedInto !== null) return false;
  if (dialog === 'lift') return restrictedTo !== null;
  if (dialog === 'restrict') return true;
  if (dialog === 'confirm') return status === 'provisional';
  return status !== 'dismissed';
}

/** Nothing has been published yet: another bureau may still be asked to answer. */
const mayPassOn = ({ stage }: IncidentView): boolean => isStage(stage) && comesAfter('released', stage);

/** The forms of the work that are opened from here, the answer whose clock is running first. */
function formsOf(incident: IncidentView): ('release' | 'conference' | 'transfer_order')[] {
  if (incident.mergedInto !== null) return [];
  return [...dueForms(incident.clocks), ...(mayPassOn(incident) ? (['transfer_order'] as const) : [])];
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

/** The big next steps of the work on the case, one tap away. */
function Forms({ incident, next }: { incident: IncidentView; next: boolean }) {
  const { t } = useTranslation();
  const { role } = usePerson();
  const navigate = useNavigate({ from: '/incidents/$id' });
  const due = dueForms(incident.clocks)[0];
  return formsOf(incident)
    .filter((form) => mayWish(role, form))
    .map((form) => (
      <Button
        key={form}
        type={next && form === due ? 'primary' : 'default'}
        onClick={() => void navigate({ search: { do: form }, resetScroll: false })}
      >
        {t(`action.form.${form}`)}
      </Button>
    ));
}

/** What the person at the screen can do with the incident, the next due thing first in weight. */
export function Actions({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const person = usePerson();
  const { role } = person;
  const [open, setOpen] = useState<Dialog | null>(null);
  const unsigned = incident.acknowledgedAt === null && incident.status !== 'dismissed';
  const offered = ORDER.filter((dialog) => may(role, needed[dialog]) && makesSense(dialog, incident));
  const nothing = offered.length === 0 && !formsOf(incident).some((form) => mayWish(role, form));
  const Opened = open === null ? null : dialogs[open];
  return (
    <section className="case-actions" aria-label={t('action.title')}>
      {mayAcknowledge(person, incident) && unsigned && <Acknowledge incident={incident} />}
      <Forms incident={incident} next={!unsigned} />
      {offered.map((dialog) => (
        <Button key={dialog} danger={dialog === 'dismiss'} onClick={() => setOpen(dialog)}>
          {t(`action.${dialog}`)}
        </Button>
      ))}
      {nothing && incident.mergedInto === null && <p className="quiet">{t('action.none')}</p>}
      {Opened !== null && (
        <Suspense>
          <Opened incident={incident} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
