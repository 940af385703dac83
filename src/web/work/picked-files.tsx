import Button from 'antd/es/button';
import { type ChangeEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED, sizeWord } from './attachments.js';

interface PickedFilesProps {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}

/** Files chosen with a form: they are sent when its record is kept. */
export function PickedFiles({ files, onChange }: PickedFilesProps) {
  const { t } = useTranslation();
  const input = useId();
  const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onChange([...files, ...(currentTarget.files ?? [])]);
    // The same file may be chosen again after it was taken off.
    currentTarget.value = '';
  };
  return (
    <div className="attachments picked-files">
      <div className="add-file">
        <input id={input} type="file" multiple accept={ACCEPTED} onChange={chosen} />
        <label htmlFor={input}>{t('work.file.add')}</label>
      </div>
      <p className="quiet">{t('work.file.withRecord')}</p>
      <ul>
        {files.map((file, at) => (
          <li key={`${at} ${file.name}`}>
            {file.name} <small>{sizeWord(file.size)}</small>
            <Button
              type="link"
              size="small"
              aria-label={t('work.file.takeOff', { name: file.name })}
              onClick={() => onChange(files.filter((one) => one !== file))}
            >
              {t('work.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
