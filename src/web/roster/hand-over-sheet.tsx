import { useQuery } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { DUTY_DESK } from '../../domain/roster/post.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { beijingDate } from '../clock/beijing.js';
import { usePerson } from '../session/person.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';
import { weekQuery } from './roster-queries.js';
import { useDone } from './use-done.js';

/** 交班: to whom, and what he must know beside what the system knows. */
export function HandOverSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = usePerson();
  const { clock } = useBoardStore();
  const { data } = useQuery(weekQuery(beijingDate(clock.now())));
  const give = useDone(t('roster.handOver.given'), onClose);
  const needed = useNeeded();
  const people = (data?.candidates ?? []).filter((one) => one.post === DUTY_DESK && one.accountId !== me.id);
  return (
    <Sheet title={t('roster.handOver.give')} hint={t('roster.handOver.giveHint')} onClose={onClose}>
      <Form<{ to: string; note: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => give.mutate({ path: '/roster/hand-overs', body })}
      >
        <Form.Item
          name="to"
          label={t('roster.handOver.to')}
          rules={[{ required: true, message: t('action.required') }]}
        >
          <Select options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
        </Form.Item>
        <Form.Item name="note" label={t('roster.handOver.note')} rules={[needed]}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        <SheetEnd
          ok={t('roster.handOver.give')}
          onClose={onClose}
          pending={give.isPending}
          refusal={give.error && refusalWords(give.error, t)}
        />
      </Form>
    </Sheet>
  );
}
