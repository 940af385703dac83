import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listedDocuments } from '../../domain/documents/document-list.js';
import { documentsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoard, useBoardStore } from '../board/board-context.js';
import { beijingDate } from '../clock/beijing.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { ExportButton } from '../views/export-button.js';
import { SavedViews } from '../views/saved-views.js';
import type { Narrowed } from './document-list.js';
import { Doubts } from './doubts.js';
import { DocumentSheet } from './document-sheet.js';
import { type DocumentAct, DocumentTable } from './document-table.js';
import { EndDocument } from './end-document.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/documents.css';

type Open = { act: 'add' } | { act: DocumentAct; id: string };

interface FilterProps {
  typed: string;
  inForceOnly: true | undefined;
  onType: (words: string) => void;
  onNarrow: (change: Narrowed) => void;
}

/** The list follows every letter, the address when the field is left or sent off. */
function Filters({ typed, inForceOnly, onType, onNarrow, children }: FilterProps & { children: ReactNode }) {
  const { t } = useTranslation();
  const keep = (): void => onNarrow({ q: typed.trim() || undefined });
  return (
    <div className="document-filters" role="search">
      <Input
        aria-label={t('document.search')}
        placeholder={t('document.search')}
        maxLength={100}
        value={typed}
        allowClear
        onChange={(event) => onType(event.target.value)}
        onClear={() => onNarrow({ q: undefined })}
        onPressEnter={keep}
        onBlur={keep}
      />
      <Checkbox
        checked={inForceOnly === true}
        onChange={(event) => onNarrow({ inForceOnly: event.target.checked ? true : undefined })}
      >
        {t('document.inForceOnly')}
      </Checkbox>
      {children}
    </div>
  );
}

/** The filter in the address, and the words as they are being typed. */
function useNarrowed() {
  const wanted = useSearch({ from: '/shell/documents' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(wanted.q ?? '');
  const [before, setBefore] = useState(wanted.q);
  if (before !== wanted.q) {
    setBefore(wanted.q);
    setTyped(wanted.q ?? '');
  }
  const onNarrow = (change: Narrowed): void =>
    void navigate({ to: '/documents', search: { ...wanted, ...change }, replace: true });
  return { typed, inForceOnly: wanted.inForceOnly, onType: setTyped, onNarrow };
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
  const bureaus = useBoard((state) => state.bureaus);
  const { data, error } = useQuery(documentsQuery);
  const filters = useNarrowed();
  const namesOf = (code: string): string => {
    const { nameZh = code, nameEn = '' } = bureaus.find((one) => one.code === code) ?? {};
    return `${nameZh}\n${nameEn}`;
  };
  if (!data)
    return (
      <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('document.loading')}</p>
    );
  const shown = listedDocuments(data.items, { q: filters.typed, inForceOnly: filters.inForceOnly }, today, namesOf);
  const count = data.items.length;
  const all = shown.length === count;
  return (
    <>
      <Filters {...filters}>
        <ExportButton
          path="/documents/exports"
          filter={{ q: filters.typed.trim() || undefined, inForceOnly: filters.inForceOnly }}
          name="huiying-documents.csv"
        />
      </Filters>
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
        <p className="sheet-lead">
          {t('document.lead')} <Link to="/policy">{t('document.toPolicy')}</Link>
        </p>
        {mayEdit && (
          <div className="head-actions">
            <Button type="primary" onClick={() => setOpen({ act: 'add' })}>
              {t('document.add')}
            </Button>
          </div>
        )}
      </header>
      <Doubts />
      <SavedViews page="documents" />
      <Listed today={today} onAct={(act, id) => setOpen({ act, id })} />
      {open !== null && <Sheets open={open} today={today} onClose={() => setOpen(null)} />}
    </div>
  );
}
