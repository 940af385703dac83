import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, AccountWithPassword } from '../../contract/account.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { type AskedAct, callOf } from './account-acts.js';
import { useAccountCall } from './use-account-call.js';

interface AskActProps {
  act: AskedAct;
  account: AccountView;
  onMade: (made: AccountWithPassword) => void;
  onClose: () => void;
}

/** Asks once more before something happens to a person's way in. */
export function AskAct({ act, account, onMade, onClose }: AskActProps) {
  const { t } = useTranslation();
  const { mutate, isPending, refusal } = useAccountCall(onMade, onClose);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    mutate(callOf(act, account));
  };
  return (
    <Sheet
      title={t(`people.act.${act}`)}
      subject={`${account.displayName} (${account.username})`}
      hint={t(`people.hint.${act}`)}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <SheetEnd
          ok={t(`people.act.${act}`)}
          danger={act !== 'unlock' && act !== 'enable'}
          onClose={onClose}
          pending={isPending}
          refusal={refusal}
        />
      </form>
    </Sheet>
  );
}
