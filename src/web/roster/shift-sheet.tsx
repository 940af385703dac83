import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { RosterView, ShiftView } from '../../contract/roster.js';
import { SEATS, type Seat } from '../../domain/roster/post.js';
import { refusalWords } from '../api/refusal-words.js';
import { fromField, toField } from '../clock/beijing.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { usePostName } from './post-name.js';
import { useDone } from './use-done.js';

interface Filled {
  post: string;
  accountId: string;
  seat: Seat;
  from: string;
  to: string;
  reason?: string;
}

interface ShiftSheetProps {
  candidates: RosterView['candidates'];
  /** The turn that the new one takes the place of; null: one more. */
  before: ShiftView | null;
  /** Midnight of the day first offered, epoch milliseconds. */
  day: number;
  onClose: () => void;
}

/** An instant as 北京时间, ahead of now as a rule. */
function TurnField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const check = (_: unknown, value: string | undefined): Promise<void> =>
    fromField(value ?? '') === null ? Promise.reject(new Error(t('action.timeBad'))) : Promise.resolve();
  return (
    <Form.Item name={name} label={`${label} (${t('time.beijing')})`} rules={[{ validator: check }]}>
      <Input type="datetime-local" />
    </Form.Item>
  );
}

function Who({ candidates }: Pick<ShiftSheetProps, 'candidates'>) {
  const { t } = useTranslation();
  const post = usePostName();
  const form = Form.useFormInstance<Filled>();
  const chosen = Form.useWatch('post', form);
  const posts = [...new Set(candidates.map((one) => one.post))];
  const people = candidates.filter((one) => one.post === chosen);
  return (
    <>
      <Form.Item name="post" label={t('roster.postLabel')} rules={[{ required: true, message: t('action.required') }]}>
        <Select
          options={posts.map((value) => ({ value, label: post(value) }))}
          onChange={() => form.setFieldValue('accountId', undefined)}
        />
      </Form.Item>
      <Form.Item
        name="accountId"
        label={t('roster.person')}
        rules={[{ required: true, message: t('action.required') }]}
      >
        <Select options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
      </Form.Item>
    </>
  );
}

const HOUR_MS = 3_600_000;

function filledOf({ before, candidates, day }: ShiftSheetProps): Partial<Filled> {
  if (before === null)
    return {
      post: candidates[0]?.post ?? '',
      seat: 'main',
      from: toField(day + 8 * HOUR_MS),
      to: toField(day + 32 * HOUR_MS),
    };
  const { post, accountId, seat, startsAt, endsAt } = before;
  return { post, accountId, seat, from: toField(Date.parse(startsAt)), to: toField(Date.parse(endsAt)) };
}

/** A turn is planned; changing one strikes it and plans another, with the reason. */
export function ShiftSheet(props: ShiftSheetProps) {
  const { before, candidates, onClose } = props;
  const { t } = useTranslation();
  const plan = useDone(t('roster.planned'), onClose);
  const save = ({ from, to, reason, ...rest }: Filled): void => {
    const replaces = before === null ? {} : { replaces: { id: before.id, reason } };
    const body = { ...rest, startsAt: fromField(from), endsAt: fromField(to), ...replaces };
    plan.mutate({ path: '/roster/shifts', body });
  };
  return (
    <Sheet title={t(before ? 'roster.change' : 'roster.add')} hint={t('roster.planHint')} onClose={onClose}>
      <Form<Filled> layout="vertical" requiredMark={false} initialValues={filledOf(props)} onFinish={save}>
        <Who candidates={candidates} />
        <Form.Item name="seat" label={t('roster.seatLabel')}>
          <Radio.Group
            className="choices"
            options={SEATS.map((value) => ({ value, label: t(`roster.seat.${value}`) }))}
          />
        </Form.Item>
        <TurnField name="from" label={t('roster.from')} />
        <TurnField name="to" label={t('roster.to')} />
        {before !== null && <ReasonField required />}
        <SheetEnd
          ok={t('roster.save')}
          onClose={onClose}
          pending={plan.isPending}
          refusal={plan.error && refusalWords(plan.error, t)}
        />
      </Form>
    </Sheet>
  );
}

/** A turn ahead is struck, one that runs ends now. */
export function CancelShift({ shift, onClose }: { shift: ShiftView; onClose: () => void }) {
  const { t } = useTranslation();
  const cancel = useDone(t('roster.cancelled'), onClose);
  return (
    <Sheet title={t('roster.cancelTitle')} subject={shift.name} hint={t('roster.cancelHint')} onClose={onClose}>
      <Form<{ reason: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => cancel.mutate({ path: `/roster/shifts/${shift.id}/cancel`, body })}
      >
        <ReasonField required />
        <SheetEnd
          ok={t('roster.cancelOk')}
          danger
          onClose={onClose}
          pending={cancel.isPending}
          refusal={cancel.error && refusalWords(cancel.error, t)}
        />
      </Form>
    </Sheet>
  );
}
