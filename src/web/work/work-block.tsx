import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { usePerson } from '../session/person.js';
import { Attachments } from './attachments.js';
import { NotNow } from './not-now.js';
import { RecordList } from './record-list.js';
import { formToward, mayWish, type Wish } from './wish.js';
import { SignChain } from './sign-chain.js';
import { Irregular, Lacks, Steps } from './work-steps.js';

const RecordSheet = lazy(() => import('./record-sheet.js').then((module) => ({ default: module.RecordSheet })));
const DraftSheet = lazy(() => import('./draft-sheet.js').then((module) => ({ default: module.DraftSheet })));
const ClosingSheet = lazy(() => import('./closing-sheet.js').then((module) => ({ default: module.ClosingSheet })));

interface WorkBlockProps {
  incident: IncidentView;
  workspace: Workspace;
}

interface Asked {
  wish: Wish;
  /** The form that stands open for it; it stays whatever becomes of the case meanwhile: nothing typed is lost. */
  form: Wish | null;
}

/** What the address asks for. A form that has to come before it is filled in first. */
function useAsked(workspace: Workspace) {
  const { role } = usePerson();
  const navigate = useNavigate({ from: '/incidents/$id' });
  const { do: wish } = useSearch({ from: '/shell/incidents/$id' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const toward = (now: Workspace, next: Wish): Asked => {
    const form = formToward(now, next);
    return { wish: next, form: form !== null && mayWish(role, form) ? form : null };
  };
  if (wish !== asked?.wish) setAsked(wish ? toward(workspace, wish) : null);
  const close = () => void navigate({ search: {}, replace: true, resetScroll: false });
  return {
    asked,
    open: (next: Wish) => void navigate({ search: { do: next }, resetScroll: false }),
    close,
    /** The form has been kept. */
    goOn: (now: Workspace) => {
      if (asked && asked.form !== asked.wish) setAsked(toward(now, asked.wish));
      else close();
    },
  };
}

interface AskedSheetProps extends WorkBlockProps {
  asked: Asked;
  onClose: () => void;
  onKept: (workspace: Workspace) => void;
}

function AskedSheet({ incident, workspace, asked: { wish, form }, onClose, onKept }: AskedSheetProps) {
  if (form === null) return <NotNow {...{ incident, workspace, wish, onClose }} />;
  if (form === 'draft') return <DraftSheet incident={incident} workspace={workspace} onClose={onClose} />;
  if (form === 'close' || form === 'archive' || form === 'reopen')
    return <ClosingSheet incident={incident} step={form} onClose={onClose} />;
  const toward = form === wish ? null : wish;
  const scene = { incident, workspace, toward, onClose, onKept };
  return <RecordSheet key={form} {...scene} kind={form} corrects={null} />;
}

/** 办理: what can be done, what is missing, and what is on record. */
export function WorkBlock({ incident, workspace }: WorkBlockProps) {
  const { t } = useTranslation();
  const { asked, open, close, goOn } = useAsked(workspace);
  const [corrects, setCorrects] = useState<CaseRecord | null>(null);
  const endCorrection = () => setCorrects(null);
  return (
    <>
      <section className="main-block work" aria-labelledby="work">
        <h2 id="work">{t('work.title')}</h2>
        <Irregular irregularities={workspace.irregularities} />
        <Steps workspace={workspace} onWish={open} />
        {workspace.signOff.some(({ by }) => by !== null) && <SignChain signOff={workspace.signOff} />}
        <Lacks workspace={workspace} />
        <RecordList
          incidentId={incident.id}
          records={workspace.records}
          onCorrect={isOver(workspace.stage) ? null : setCorrects}
        />
        <Attachments incidentId={incident.id} record={null} open={!isOver(workspace.stage)} />
      </section>
      <Suspense>
        {asked && <AskedSheet incident={incident} workspace={workspace} asked={asked} onClose={close} onKept={goOn} />}
        {corrects && corrects.kind !== 'draft' && (
          <RecordSheet
            {...{ incident, workspace, corrects, toward: null }}
            kind={corrects.kind}
            onClose={endCorrection}
            onKept={endCorrection}
          />
        )}
      </Suspense>
    </>
  );
}
