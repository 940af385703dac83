import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountWithPassword } from '../../contract/account.js';
import { call, Refusal } from '../api/call.js';
import { accountsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

const isStale = (error: unknown, isNew: boolean): boolean => !isNew && error instanceof Refusal && error.status === 409;

/** Changes an account, or makes one; the list is read again either way. */
export function useAccountCall(isNew: boolean, onMade: (made: AccountWithPassword) => void, onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (asked: ['POST' | 'PATCH', string, object]) => call<AccountWithPassword>(...asked),
    onSuccess: (made) => {
      toast.done(t('people.saved', { name: made.displayName }));
      if (made.oneTimePassword) onMade(made);
      else onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['sign-ins'] });
    },
  });
  const refusal = error && (isStale(error, isNew) ? t('people.stale') : refusalWords(error, t));
  return { mutate, isPending, refusal };
}
