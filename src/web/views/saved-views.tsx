import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView, ViewPage } from '../../contract/saved-view.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { narrowedPart } from './narrowed-part.js';
import { viewsQuery } from './view-queries.js';
import '../styles/views.css';

/** One view: its name leads to it, the cross removes it. */
function View({ view, shown, onRemove }: { view: SavedView; shown: boolean; onRemove: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const href = pathname + view.search;
  return (
    <li className={shown ? 'view view-shown' : 'view'}>
      <a
        href={href}
        aria-current={shown ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          void navigate({ href });
        }}
      >
        {view.name}
      </a>
      <button type="button" aria-label={t('views.remove', { name: view.name })} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

function Naming({ onName, onClose, busy }: { onName: (name: string) => void; onClose: () => void; busy: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form className="view-naming" onSubmit={submit}>
      <label htmlFor={id}>{t('views.name')}</label>
      <Input
        id={id}
        size="small"
        autoFocus
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button size="small" type="primary" htmlType="submit" loading={busy}>
        {t('views.save')}
      </Button>
      <Button size="small" onClick={onClose}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}

/**
 * 常用视图: what one narrows this list to again and again. One's own; to show it to another, send the address.
 * `without`: parts of the address that are no filters.
 */
export function SavedViews({ page, without = [] }: { page: ViewPage; without?: readonly string[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const narrowed = narrowedPart(useLocation().searchStr, without);
  const { data = [] } = useQuery(viewsQuery);
  const [naming, setNaming] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const save = useMutation({
    mutationFn: (name: string) => call('POST', '/saved-views', { page, name, search: narrowed }),
    onSuccess: () => {
      setNaming(false);
      return renew();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', `/saved-views/${id}`),
    onSuccess: renew,
  });
  const views = data.filter((view) => view.page === page);
  const error = save.error ?? remove.error;
  const worthSaving = narrowed !== '' && !views.some(({ search }) => search === narrowed);
  if (views.length === 0 && !worthSaving) return null;
  return (
    <div className="views no-print" role="group" aria-label={t('views.title')}>
      <ul>
        {views.map((view) => (
          <View key={view.id} view={view} shown={view.search === narrowed} onRemove={() => remove.mutate(view.id)} />
        ))}
      </ul>
      {naming && <Naming busy={save.isPending} onName={save.mutate} onClose={() => setNaming(false)} />}
      {worthSaving && !naming && (
        <Button size="small" type="link" onClick={() => setNaming(true)}>
          {t('views.saveThis')}
        </Button>
      )}
      {error && (
        <span className="form-refusal" role="alert">
          {refusalWords(error, t)}
        </span>
      )}
    </div>
  );
}
