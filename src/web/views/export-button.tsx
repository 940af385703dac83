import { useMutation, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { saveFile } from '../api/save-file.js';
import '../styles/views.css';

interface ExportProps {
  /** Where the file is asked for, such as `/incidents/exports`. */
  path: string;
  /** What the list is narrowed to, as the api takes it. */
  filter: object;
  name: string;
}

/** The list as it is narrowed, as a file; the journal keeps that it was taken. */
export function ExportButton({ path, filter, name }: ExportProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => saveFile(path, filter, name),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['chain'] }),
  });
  return (
    <div className="export no-print">
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('views.export')}
      </Button>
      <span role="status" className={save.error ? 'form-refusal' : 'hint'}>
        {save.error ? refusalWords(save.error, t) : save.isSuccess ? t('views.exported') : ''}
      </span>
    </div>
  );
}
