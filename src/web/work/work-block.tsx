import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { RecordList } from './record-list.js';
import { Irregular, Lacks, Steps, type Wish } from './work-steps.js';

const RecordSheet = lazy(() => import('./record-sheet.js').then((module) => ({ default: module.RecordSheet })));
const DraftSheet = lazy(() => import('./draft-sheet.js').then((module) => ({ default: module.DraftSheet })));
const ClosingSheet = lazy(() => import('./closing-sheet.js').then((module) => ({ default: module.ClosingSheet })));

interface WorkBlockProps {
  incident: IncidentView;
  workspace: Workspace;
}

interface Asked {
  wish: Wish;
  corrects: CaseRecord | null;
}

function AskedSheet({ incident, workspace, asked, onClose }: WorkBlockProps & { asked: Asked; onClose: () => void }) {
  const { wish, corrects } = asked;
  if (wish === 'draft') return <DraftSheet incident={incident} workspace={workspace} onClose={onClose} />;
  if (wish === 'close' || wish === 'archive' || wish === 'reopen')
    return <ClosingSheet incident={incident} step={wish} onClose={onClose} />;
  return <RecordSheet incident={incident} workspace={workspace} kind={wish} corrects={corrects} onClose={onClose} />;
}

/** 办理: what can be done, what is missing, and what is on record. */
export function WorkBlock({ incident, workspace }: WorkBlockProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const correct = (record: CaseRecord) => setAsked({ wish: record.kind, corrects: record });
  return (
    <>
      <section className="main-block work" aria-labelledby="work">
        <h2 id="work">{t('work.title')}</h2>
        <Irregular irregularities={workspace.irregularities} />
        <Steps workspace={workspace} onWish={(wish) => setAsked({ wish, corrects: null })} />
        <Lacks workspace={workspace} />
        <RecordList records={workspace.records} onCorrect={isOver(workspace.stage) ? null : correct} />
      </section>
      {asked && (
        <Suspense>
          <AskedSheet incident={incident} workspace={workspace} asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
