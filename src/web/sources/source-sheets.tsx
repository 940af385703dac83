import { lazy, Suspense } from 'react';
import type { SourceView } from '../../contract/source.js';
import '../styles/source-sheets.css';

const AddSource = lazy(() => import('./add-source.js').then((module) => ({ default: module.AddSource })));
const ImportOpml = lazy(() => import('./import-opml.js').then((module) => ({ default: module.ImportOpml })));
const ofSource = {
  edit: lazy(() => import('./edit-source.js').then((module) => ({ default: module.EditSource }))),
  pause: lazy(() => import('./pause-source.js').then((module) => ({ default: module.PauseSource }))),
  visits: lazy(() => import('./visits-sheet.js').then((module) => ({ default: module.VisitsSheet }))),
};

export type OpenSheet = { name: 'add' | 'import' } | { name: keyof typeof ofSource; id: string };

interface SheetsProps {
  sources: SourceView[];
  open: OpenSheet | null;
  onClose: () => void;
}

/** The sheet that is open, loaded when it is first asked for. */
export function SourceSheets({ sources, open, onClose }: SheetsProps) {
  if (open === null) return null;
  if (!('id' in open)) {
    return (
      <Suspense>
        {open.name === 'add' ? (
          <AddSource taken={new Set(sources.map(({ id }) => id))} onClose={onClose} />
        ) : (
          <ImportOpml onClose={onClose} />
        )}
      </Suspense>
    );
  }
  const source = sources.find(({ id }) => id === open.id);
  if (source === undefined) return null;
  const Opened = ofSource[open.name];
  return (
    <Suspense>
      <Opened source={source} onClose={onClose} />
    </Suspense>
  );
}
