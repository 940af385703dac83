import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../contract/document.js';
import { ToneSign } from '../marks/signs.js';
import { useMay } from '../session/person.js';
import { useBureauName } from '../words/bureau-name.js';
import { standingOf } from './document-list.js';

export type DocumentAct = 'edit' | 'end';

const COLUMNS = ['title', 'number', 'bureau', 'issued', 'valid'] as const;

function Standing({ document, today }: { document: DocumentView; today: string }) {
  const { t } = useTranslation();
  const { standing, day } = standingOf(document, today);
  if (standing === 'ended' || standing === 'notYet')
    return (
      <>
        <span className="verdict tone-waived">
          <ToneSign tone="waived" />
          {t(`document.${standing}`)}
        </span>
        <small>{t(standing === 'ended' ? 'document.until' : 'document.from', { day })}</small>
      </>
    );
  return <>{t(`document.${standing}`, { day })}</>;
}

function Notes({ document: { aliases, confidence, origin, isEdited, source } }: { document: DocumentView }) {
  const { t } = useTranslation();
  const notes = [
    ...aliases.map((one) => `《${one}》`),
    source,
    ...(confidence === 'H' ? [] : [t(`document.confidenceWord.${confidence}`)]),
    ...(origin === 'api' ? [t('document.byHand')] : isEdited ? [t('document.edited')] : []),
  ];
  return <small>{notes.join(' · ')}</small>;
}

interface RowProps {
  document: DocumentView;
  today: string;
  mayEdit: boolean;
  onAct: (act: DocumentAct, id: string) => void;
}

function Row({ document, today, mayEdit, onAct }: RowProps) {
  const { t } = useTranslation();
  const bureau = useBureauName();
  const { id, title, number, issuedOn, link } = document;
  const ended = standingOf(document, today).standing === 'ended';
  return (
    <tr role="row" className={ended ? 'document-ended' : undefined}>
      <th role="rowheader" scope="row" className="row-title">
        {link !== null && /^https?:/i.test(link) ? (
          <a href={link} target="_blank" rel="noopener noreferrer">
            《{title}》
          </a>
        ) : (
          `《${title}》`
        )}
        <Notes document={document} />
      </th>
      <td role="cell" data-label={t('document.col.number')}>
        {number ?? '—'}
      </td>
      <td role="cell" data-label={t('document.col.bureau')}>
        {bureau(document.bureau)}
      </td>
      <td role="cell" data-label={t('document.col.issued')} className="day">
        {issuedOn ?? '—'}
      </td>
      <td role="cell" data-label={t('document.col.valid')}>
        <Standing document={document} today={today} />
      </td>
      {mayEdit && (
        <td role="cell" className="document-actions">
          <Button type="link" aria-label={t('document.editFor', { title })} onClick={() => onAct('edit', id)}>
            {t('document.edit')}
          </Button>
          {!ended && (
            <Button type="link" aria-label={t('document.endFor', { title })} onClick={() => onAct('end', id)}>
              {t('document.end')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

interface DocumentTableProps extends Pick<RowProps, 'today' | 'onAct'> {
  documents: readonly DocumentView[];
}

export function DocumentTable({ documents, today, onAct }: DocumentTableProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('document.edit');
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('document.title')}>
      <table role="table" className="figures documents">
        <thead role="rowgroup">
          <tr role="row">
            {[...COLUMNS, ...(mayEdit ? (['action'] as const) : [])].map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`document.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {documents.map((document) => (
            <Row key={document.id} document={document} today={today} mayEdit={mayEdit} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
