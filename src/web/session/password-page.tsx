import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isOfBureau } from '../../domain/rights.js';
import { call } from '../api/call.js';
import { sessionQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Door } from './door.js';

const SHORTEST = 10;

function useChangePassword() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (given: { current: string; next: string }) => call('POST', '/session/password', given),
    onSuccess: async () => {
      const person = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: isOfBureau(person.role) ? '/inbox' : '/' });
    },
  });
}

interface FieldProps {
  label: string;
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
}

function PasswordField({ label, autoComplete, value, onChange, hint }: FieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        size="large"
        autoComplete={autoComplete}
        required
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}h`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </>
  );
}

/** A generated first password opens nothing but this page. */
export function PasswordPage() {
  const { t } = useTranslation();
  const [given, setGiven] = useState({ current: '', next: '', again: '' });
  const [fault, setFault] = useState('');
  const change = useChangePassword();
  const set = (key: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [key]: value }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { current, next, again } = given;
    const found = next.length < SHORTEST ? t('password.tooShort') : next === again ? '' : t('password.different');
    setFault(found);
    if (found === '') change.mutate({ current, next });
  };
  const refused = change.error && refusalWords(change.error, t);
  return (
    <Door title={t('password.title')} lead={t('password.lead')}>
      <form className="stack" onSubmit={submit}>
        <PasswordField
          label={t('password.current')}
          autoComplete="current-password"
          value={given.current}
          onChange={set('current')}
        />
        <PasswordField
          label={t('password.next')}
          autoComplete="new-password"
          value={given.next}
          onChange={set('next')}
          hint={t('password.hint')}
        />
        <PasswordField
          label={t('password.again')}
          autoComplete="new-password"
          value={given.again}
          onChange={set('again')}
        />
        <p className="form-refusal" role="alert">
          {fault || refused}
        </p>
        <Button type="primary" size="large" htmlType="submit" block loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </form>
    </Door>
  );
}
