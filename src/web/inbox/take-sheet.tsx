import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fromField } from '../clock/beijing.js';
import { usePerson } from '../session/person.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useColleagues } from './colleagues.js';
import type { InboxSheetProps } from './sheet-props.js';
import { useAct } from './use-act.js';

/** 我已知悉,由某人办理. */
export function TakeSheet({ line, onClose }: InboxSheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const me = usePerson();
  const colleagues = useColleagues(line);
  const [holder, setHolder] = useState(me.id);
  const [time, setTime] = useState('');
  const act = useAct(line.id, 'take', t('inbox.taken'), onClose);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const publishBy = fromField(time);
    act.mutate({ holder, ...(publishBy !== null && { publishBy }) });
  };
  return (
    <Sheet title={t('inbox.takeTitle')} subject={line.title} hint={t('inbox.takeHint')} onClose={onClose}>
      <form onSubmit={submit} className="inbox-form">
        <label htmlFor={`${id}h`}>{t('inbox.takenBy')}</label>
        <select id={`${id}h`} value={holder} onChange={(event) => setHolder(event.target.value)}>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}t`}>{t('inbox.publishBy')}</label>
        <input id={`${id}t`} type="datetime-local" value={time} onChange={(event) => setTime(event.target.value)} />
        <SheetEnd ok={t('inbox.takeOk')} onClose={onClose} pending={act.isPending} refusal={act.refusal} />
      </form>
    </Sheet>
  );
}
