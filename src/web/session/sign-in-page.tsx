import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../contract/session.js';
import type { Role } from '../../domain/rights.js';
import { call, Refusal } from '../api/call.js';
import { sessionQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { firstPage } from '../inbox/first-page.js';
import { Door } from './door.js';

function useSignIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  /** To where one wanted to go; a person of a bureau to the inbox, with the card that the link meant. */
  const goOn = async (role: Role, href: string): Promise<void> => {
    const first = firstPage(role, href.split(/[?#]/)[0] ?? '/');
    if (first) await navigate({ to: '/inbox', search: first });
    else router.history.push(href);
  };
  return useMutation({
    mutationFn: (given: { username: string; password: string }) => call<Person>('POST', '/session', given),
    onSuccess: async (person) => {
      queries.setQueryData(sessionQuery.queryKey, person);
      if (person.mustChangePassword) await navigate({ to: '/password' });
      else await goOn(person.role, next ?? '/');
    },
  });
}

/** The door: name and password, nothing to solve (WCAG 3.3.8), password managers welcome. */
export function SignInPage() {
  const { t } = useTranslation();
  const id = useId();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate({ username: username.trim(), password });
  };
  const error = signIn.error;
  const words = error instanceof Refusal && error.status === 401 ? t('signIn.wrong') : error && refusalWords(error, t);
  return (
    <Door title={t('signIn.title')} lead={t('signIn.lead')}>
      <form className="stack" onSubmit={submit}>
        <label htmlFor={`${id}u`}>{t('signIn.username')}</label>
        <Input
          id={`${id}u`}
          size="large"
          name="username"
          autoComplete="username"
          autoFocus
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <label htmlFor={`${id}p`}>{t('signIn.password')}</label>
        <Input.Password
          id={`${id}p`}
          size="large"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className="form-refusal" role="alert">
          {words}
        </p>
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
    </Door>
  );
}
