import { useId, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsentText } from '../unsent/use-unsent.js';
import type { InboxSheetProps } from './sheet-props.js';
import { useAct } from './use-act.js';

const SHORTEST = 2;

/** 退回, once, with a reason. */
export function ReturnSheet({ line, onClose }: InboxSheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const { text: reason, ...unsent } = useUnsentText(line.id, 'return');
  const act = useAct(line.id, 'return', t('inbox.returned'), () => {
    unsent.forget();
    onClose();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    act.mutate({ reason });
  };
  return (
    <Sheet title={t('inbox.returnTitle')} subject={line.title} hint={t('inbox.returnHint')} onClose={onClose}>
      <form onSubmit={submit} className="inbox-form">
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <label htmlFor={id}>{t('action.reason')}</label>
        <textarea
          id={id}
          rows={4}
          maxLength={2000}
          data-first
          value={reason}
          onChange={(event) => unsent.type(event.target.value)}
        />
        <SheetEnd
          ok={t('inbox.returnOk')}
          onClose={onClose}
          danger
          pending={act.isPending}
          disabled={reason.trim().length < SHORTEST}
          refusal={act.refusal}
        />
      </form>
    </Sheet>
  );
}
