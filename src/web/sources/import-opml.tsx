import { useMutation, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../contract/opml.js';
import { call } from '../api/call.js';
import { sourcesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';

/** The bound of the api, in characters. */
const MOST = 900_000;

function Result({ result, onClose }: { result: ImportResult; onClose: () => void }) {
  const { t } = useTranslation();
  const { added, known, refused } = result;
  return (
    <div role="status">
      <p className="opml-sums">
        <b className="tone-met">{t('opml.added', { count: added.length })}</b>
        <span>{t('opml.known', { count: known })}</span>
        <span className={refused.length > 0 ? 'tone-overdue' : 'quiet'}>
          {t('opml.refused', { count: refused.length })}
        </span>
      </p>
      {refused.length > 0 && (
        <>
          <h3>{t('opml.refusedList')}</h3>
          <ul className="opml-refused">
            {refused.map(({ name, url, reason }, n) => (
              <li key={n}>
                {name || url} <small>{reason}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <footer className="over-end">
        <Button type="primary" onClick={onClose}>
          {t('opml.close')}
        </Button>
      </footer>
    </div>
  );
}

interface AskProps {
  onResult: (result: ImportResult) => void;
  onClose: () => void;
}

function Ask({ onResult, onClose }: AskProps) {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const send = useMutation({
    mutationFn: (opml: string) => call<ImportResult>('POST', '/sources/opml', { opml }),
    onSuccess: (result) => {
      void queries.invalidateQueries({ queryKey: sourcesQuery.queryKey });
      onResult(result);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = text.trim() === '' ? t('opml.needed') : text.length > MOST ? t('opml.tooLarge') : '';
    setFault(found);
    if (found === '') send.mutate(text);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label htmlFor={`${id}f`}>{t('opml.file')}</label>
      <input
        id={`${id}f`}
        type="file"
        className="file-field"
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
      />
      <label htmlFor={`${id}t`}>{t('opml.paste')}</label>
      <Input.TextArea
        id={`${id}t`}
        className="opml-text"
        rows={8}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <SheetEnd
        ok={t('opml.submit')}
        onClose={onClose}
        pending={send.isPending}
        refusal={fault || (send.error && refusalWords(send.error, t))}
      />
    </form>
  );
}

/** A list of feeds from another reader, by file or pasted; then what became of it. */
export function ImportOpml({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<ImportResult | null>(null);
  return (
    <Sheet title={t('opml.import')} hint={result === null ? t('opml.hint') : ''} onClose={onClose}>
      {result === null ? <Ask onResult={setResult} onClose={onClose} /> : <Result result={result} onClose={onClose} />}
    </Sheet>
  );
}
