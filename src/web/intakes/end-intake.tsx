import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeView, IntakeWithSecret } from '../../contract/intake.js';
import { call } from '../api/call.js';
import { intakesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

interface EndIntakeProps {
  intake: IntakeView;
  /** Both end the secret in use; `renew` makes another. */
  act: 'renew' | 'revoke';
  onRenewed: (made: IntakeWithSecret) => void;
  onClose: () => void;
}

function useEnd({ intake, act, onRenewed, onClose }: EndIntakeProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const path = `/intakes/${encodeURIComponent(intake.id)}/${act === 'renew' ? 'secret' : 'revoke'}`;
  return useMutation({
    mutationFn: () => call<IntakeView | IntakeWithSecret>('POST', path),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: intakesQuery.queryKey });
      if ('secret' in answer) return onRenewed(answer);
      toast.done(t('intake.revokeDone', { name: intake.name }));
      onClose();
    },
  });
}

/** Asks once more before a secret that a service may be using stops working. */
export function EndIntake(props: EndIntakeProps) {
  const { intake, act, onClose } = props;
  const { t } = useTranslation();
  const end = useEnd(props);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    end.mutate();
  };
  return (
    <Sheet
      title={t(`intake.${act}`)}
      subject={`${intake.name} (${intake.id})`}
      hint={t(`intake.${act}Hint`)}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <SheetEnd
          ok={t(`intake.${act}Ok`)}
          danger
          onClose={onClose}
          pending={end.isPending}
          refusal={end.error && refusalWords(end.error, t)}
        />
      </form>
    </Sheet>
  );
}
