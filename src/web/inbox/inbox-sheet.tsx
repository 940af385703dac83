import { useTranslation } from 'react-i18next';
import { Sheet } from '../shell/sheet.js';
import { DraftSheet } from '../work/draft-sheet.js';
import { AttachSheet } from './attach-sheet.js';
import { newestDraft } from './asked.js';
import { CoSignSheet } from './co-sign-sheet.js';
import type { InboxCase } from './inbox-cases.js';
import type { Act } from './inbox-search.js';
import { PassSheet } from './pass-sheet.js';
import { ReturnSheet } from './return-sheet.js';
import { TakeSheet } from './take-sheet.js';

interface InboxSheetsProps {
  one: InboxCase;
  act: Act;
  onClose: () => void;
}

function Waiting({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('board.loading')} onClose={onClose}>
      {null}
    </Sheet>
  );
}

/** The sheet of one act on one case. */
export function InboxSheet({ one: { line, workspace }, act, onClose }: InboxSheetsProps) {
  if (act === 'take') return <TakeSheet line={line} onClose={onClose} />;
  if (act === 'pass') return <PassSheet line={line} onClose={onClose} />;
  if (act === 'return') return <ReturnSheet line={line} onClose={onClose} />;
  if (act === 'attach') return <AttachSheet line={line} onClose={onClose} />;
  if (!workspace) return <Waiting onClose={onClose} />;
  if (act === 'answer') return <DraftSheet incident={line} workspace={workspace} onClose={onClose} />;
  const draft = newestDraft(workspace.records);
  return draft ? <CoSignSheet line={line} draft={draft} onClose={onClose} /> : null;
}
