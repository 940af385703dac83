import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { beijingDate } from '../clock/beijing.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { useBureauName } from '../words/bureau-name.js';
import { type Narrowed, narrowed } from './document-list.js';
import { DocumentSheet } from './document-sheet.js';
import { type DocumentAct, DocumentTable } from './document-table.js';
import { EndDocument } from './end-document.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/documents.css';

type Open = { act: 'add' } | { act: DocumentAct; id: string };

function Filters({ wanted, onChange }: { wanted: Narrowed; onChange: (next: Narrowed) => void }) {
  const { t } = useTranslation();
  return (
    <div className="document-filters" role="search">
      <Input
        aria-label={t('document.search')}
        placeholder={t('document.search')}
        value={wanted.q}
        allowClear
        onChange={(event) => onChange({ ...wanted, q: event.target.value })}
      />
      <Checkbox
        checked={wanted.inForceOnly}
        onChange={(event) => onChange({ ...wanted, inForceOnly: event.target.checked })}
      >
        {t('document.inForceOnly')}
      </Checkbox>
    </div>
  );
}

function Sheets({ open, today, onClose }: { open: Open; today: string; onClose: () => void }) {
  const { data } = useQuery(documentsQuery);
  if (open.act === 'add') return <DocumentSheet document={null} onClose={onClose} />;
  const document = data?.items.find(({ id }) => id === open.id);
  if (!document) return null;
  if (open.act === 'edit') return <DocumentSheet document={document} onClose={onClose} />;
  return <EndDocument document={document} today={today} onClose={onClose} />;
}

function Listed({ today, onAct }: { today: string; onAct: (act: DocumentAct, id: string) => void }) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const { data, error } = useQuery(documentsQuery);
  const [wanted, setWanted] = useState<Narrowed>({ q: '', inForceOnly: false });
  if (!data)
    return (
      <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('document.loading')}</p>
    );
  const shown = narrowed(data.items, wanted, today, bureau);
  const count = data.items.length;
  const all = shown.length === count;
  return (
    <>
      <Filters wanted={wanted} onChange={setWanted} />
      <p className="as-of" aria-live="polite">
        {all ? t('document.count', { count }) : t('document.counted', { shown: shown.length, count })}
        {' · '}
        {t('document.registry', { version: data.registry })}
      </p>
      {shown.length > 0 ? (
        <DocumentTable documents={shown} today={today} onAct={onAct} />
      ) : (
        <p className="empty">{t('document.none')}</p>
      )}
    </>
  );
}

/** 政策文件: who drafted which document, 谁起草谁解读. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const mayEdit = useMay('document.edit');
  const [open, setOpen] = useState<Open | null>(null);
  const today = beijingDate(clock.now());
  useNamePage(t('document.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('document.title')}</h1>
        <p className="sheet-lead">{t('document.lead')}</p>
        {mayEdit && (
          <div className="head-actions">
            <Button type="primary" onClick={() => setOpen({ act: 'add' })}>
              {t('document.add')}
            </Button>
          </div>
        )}
      </header>
      <Listed today={today} onAct={(act, id) => setOpen({ act, id })} />
      {open !== null && <Sheets open={open} today={today} onClose={() => setOpen(null)} />}
    </div>
  );
}
