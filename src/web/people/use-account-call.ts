import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountWithPassword } from '../../contract/account.js';
import { call } from '../api/call.js';
import { isStale, refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

/** Changes an account, or makes one; the list is read again either way. */
export function useAccountCall(onMade: (made: AccountWithPassword) => void, onClose: () => void) {
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
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      void queries.invalidateQueries({ queryKey: ['sign-ins'] });
    },
  });
  const refusal = error && (isStale(error) ? t('people.stale') : refusalWords(error, t));
  return { mutate, isPending, refusal };
}
