import Button from 'antd/es/button';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRecord } from '../../contract/records/record.js';
import { usePerson } from '../session/person.js';
import { Sheet } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsentText } from '../unsent/use-unsent.js';
import type { InboxSheetProps } from './sheet-props.js';
import { useAct } from './use-act.js';

const SHORTEST = 2;
const shown = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 会签: the text, and yes or no to it. A no says why. */
export function CoSignSheet({ line, onClose, draft }: InboxSheetProps & { draft: CaseRecord }) {
  const { t } = useTranslation();
  const id = useId();
  const me = usePerson();
  const { text: opinion, ...unsent } = useUnsentText(line.id, `co_sign ${draft.no}`);
  const act = useAct(line.id, 'records/co_sign', t('inbox.coSigned'), () => {
    unsent.forget();
    onClose();
  });
  const decide = (result: 'passed' | 'returned') => () =>
    act.mutate({
      body: { draft: draft.no, result, opinion, unit: me.bureau, signer: { name: me.displayName } },
    });
  return (
    <Sheet title={t('inbox.coSignTitle', { no: draft.no })} subject={line.title} onClose={onClose}>
      <div className="inbox-form">
        <article className="inbox-text" tabIndex={0} aria-label={t('inbox.text')}>
          <b>{shown(draft.body.title)}</b>
          <p>{shown(draft.body.text)}</p>
        </article>
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <label htmlFor={id}>{t('inbox.opinion')}</label>
        <textarea id={id} rows={3} maxLength={5000} value={opinion} onChange={(e) => unsent.type(e.target.value)} />
        <p className="form-refusal" role="alert">
          {act.refusal}
        </p>
        <footer className="inbox-decide">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button danger disabled={opinion.trim().length < SHORTEST || act.isPending} onClick={decide('returned')}>
            {t('inbox.object')}
          </Button>
          <Button type="primary" loading={act.isPending} onClick={decide('passed')}>
            {t('inbox.agree')}
          </Button>
        </footer>
      </div>
    </Sheet>
  );
}
