import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../contract/attachment.js';
import { FILE_TYPES } from '../../domain/attachments/file-type.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { useSendFile } from './send-file.js';
import { attachmentsQuery } from './work-queries.js';

const MEGABYTE = 1024 * 1024;
export const ACCEPTED = Object.values(FILE_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

export function sizeWord(bytes: number): string {
  return bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function File({ file }: { file: Attachment }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  if (file.purgedAt !== null)
    return (
      <li className="quiet">
        {t('work.file.purged')} <Moment at={file.purgedAt} />{' '}
        <small>
          <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>
        </small>
      </li>
    );
  return (
    <li>
      <a href={`/api/v1/attachments/${file.id}`} download={file.name}>
        {file.name}
      </a>{' '}
      <small>
        {sizeWord(file.bytes)} {nameOf(file.addedBy)} <Moment at={file.addedAt} />
        {file.personal && ` ${t('work.file.personalMark')}`}
      </small>
    </li>
  );
}

/** A button that opens the device's own chooser: on a phone the camera is one of its choices. */
export function AddFile({ incidentId, record }: { incidentId: string; record: string | null }) {
  const { t } = useTranslation();
  const input = useId();
  const [personal, setPersonal] = useState(false);
  const { send, isPending, refusal } = useSendFile(incidentId);
  const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    // The same file may be chosen again after a refusal.
    currentTarget.value = '';
    if (file) send({ file, record, personal });
  };
  return (
    <>
      <label className="file-personal">
        <input type="checkbox" checked={personal} onChange={(event) => setPersonal(event.target.checked)} />
        {t('work.file.personal')}
      </label>
      <div className="add-file">
        <input id={input} type="file" accept={ACCEPTED} disabled={isPending} onChange={chosen} />
        <label htmlFor={input}>{t(isPending ? 'work.file.sending' : 'work.file.add')}</label>
        {refusal !== null && <p role="alert">{refusal}</p>}
      </div>
    </>
  );
}

/** 附件 of the case, or of one record of it (`record`). Where nothing may be added and there is none, nothing is shown. */
export function Attachments({
  incidentId,
  record,
  open,
  titled = true,
}: {
  incidentId: string;
  record: string | null;
  open: boolean;
  /** False where the place they stand in bears the title. */
  titled?: boolean;
}) {
  const { t } = useTranslation();
  const mayAdd = useMay('record.answer') && open;
  const { data, error } = useQuery(attachmentsQuery(incidentId));
  const files = (data?.items ?? []).filter((file) => file.recordId === record);
  if (error) return <p role="alert">{refusalWords(error, t)}</p>;
  if (files.length === 0 && !mayAdd) return null;
  return (
    <div className="attachments">
      {titled && <h4>{t('work.file.title')}</h4>}
      <ul>
        {files.map((file) => (
          <File key={file.id} file={file} />
        ))}
      </ul>
      {mayAdd && <AddFile incidentId={incidentId} record={record} />}
      {mayAdd && record === null && data && (
        <p className="quiet">
          {t('work.file.hint', {
            most: sizeWord(data.mostBytes),
            files: data.mostFiles,
            total: sizeWord(data.mostBytesOfCase),
          })}
        </p>
      )}
    </div>
  );
}
