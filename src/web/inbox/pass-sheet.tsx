import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsentText } from '../unsent/use-unsent.js';
import { useColleagues } from './colleagues.js';
import type { InboxSheetProps } from './sheet-props.js';
import { useAct } from './use-act.js';

/** 转他人: the colleagues as a list for the thumb. */
export function PassSheet({ line, onClose }: InboxSheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const others = useColleagues(line).filter((one) => one.id !== line.holder);
  const [to, setTo] = useState('');
  const { text: note, ...unsent } = useUnsentText(line.id, 'hand-over');
  const act = useAct(line.id, 'hand-over', t('inbox.passed'), () => {
    unsent.forget();
    onClose();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    act.mutate({ to, note });
  };
  return (
    <Sheet title={t('inbox.passTitle')} subject={line.title} hint={t('inbox.passHint')} onClose={onClose}>
      <form onSubmit={submit} className="inbox-form">
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <fieldset className="inbox-people">
          <legend>{t('inbox.passTo')}</legend>
          {others.map((one) => (
            <label key={one.id}>
              <input type="radio" name={id} checked={to === one.id} onChange={() => setTo(one.id)} />
              {one.name}
            </label>
          ))}
          {others.length === 0 && <p className="quiet">{t('inbox.nobodyElse')}</p>}
        </fieldset>
        <label htmlFor={`${id}n`}>{t('inbox.note')}</label>
        <textarea id={`${id}n`} rows={2} maxLength={2000} value={note} onChange={(e) => unsent.type(e.target.value)} />
        <SheetEnd
          ok={t('inbox.passOk')}
          onClose={onClose}
          pending={act.isPending}
          disabled={to === ''}
          refusal={act.refusal}
        />
      </form>
    </Sheet>
  );
}
