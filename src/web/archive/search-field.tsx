import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input, { type InputRef } from 'antd/es/input';
import { useId, useMemo, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys.js';
import type { ArchiveSearch } from './archive-search.js';

const LONGEST_QUERY = 200;

/** `/` goes to the field. */
function useSlash(field: React.RefObject<InputRef | null>): void {
  const { t } = useTranslation();
  const keys = useMemo(
    () => [{ key: '/', name: t('keys.search'), act: () => field.current?.focus({ cursor: 'all' }) }],
    [t, field],
  );
  useKeys(keys);
}

/** What is looked for. The address follows when it is sent off, not with every stroke of an input method. */
export function SearchField({ search }: { search: ArchiveSearch }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [text, setText] = useState(search.q ?? '');
  const [before, setBefore] = useState(search.q);
  if (before !== search.q) {
    setBefore(search.q);
    setText(search.q ?? '');
  }
  useSlash(field);
  const send = (q: string): void => void navigate({ to: '/archive', search: { ...search, q: q.trim() || undefined } });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send(text);
  };
  return (
    <form className="archive-search" role="search" onSubmit={submit}>
      <Input
        ref={field}
        type="search"
        size="large"
        aria-label={t('archive.search')}
        aria-describedby={id}
        aria-keyshortcuts="/"
        placeholder={t('archive.search')}
        maxLength={LONGEST_QUERY}
        value={text}
        allowClear
        onClear={() => send('')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" size="large" htmlType="submit">
        {t('archive.submit')}
      </Button>
      <p className="hint" id={id}>
        {t('archive.hint')} <span className="key-hint">{t('archive.keyHint')}</span>
      </p>
    </form>
  );
}
