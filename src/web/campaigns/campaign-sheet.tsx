import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { beijingDate, dayStart } from '../clock/beijing.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';
import { LooksForFields, RosterFields, WindowFields } from './campaign-fields.js';
import { bodyOf, emptyForm, type Filled, filledOf } from './campaign-form.js';
import { useKeep } from './use-keep.js';

const DAY_MS = 86_400_000;

/** `words.3` stands at the field `words`. */
const fieldOf = (path: string) => (path.split('.')[0] ?? '') as keyof Filled;

/** A campaign planned, or changed with a reason; what the server finds wrong stands at its field. */
export function CampaignSheet({ campaign: now, onClose }: { campaign: CampaignView | null; onClose: () => void }) {
  const { t } = useTranslation();
  // What was seen when the sheet opened: a change by somebody else meanwhile is refused, not overwritten.
  const [campaign] = useState(now);
  const { clock } = useBoardStore();
  const [form] = Form.useForm<Filled>();
  const keep = useKeep(campaign, onClose);
  const needed = useNeeded();
  useEffect(() => {
    const wrong = keep.faults.map(({ path, message }) => ({ name: fieldOf(path), errors: [message] }));
    form.setFields(wrong);
    if (wrong[0]) form.scrollToField(wrong[0].name, { block: 'center' });
  }, [form, keep.faults]);
  return (
    <Sheet title={t(campaign ? 'campaign.edit' : 'campaign.add')} subject={campaign?.name} onClose={onClose}>
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={campaign ? filledOf(campaign) : emptyForm(dayStart(beijingDate(clock.now() + DAY_MS)))}
        onFinish={({ reason, ...given }) =>
          keep.mutate({ body: bodyOf(given, campaign), ...(reason !== undefined && { reason }) })
        }
      >
        <Form.Item name="name" label={t('campaign.name')} extra={t('campaign.nameHint')} rules={[needed]}>
          <Input maxLength={60} data-first />
        </Form.Item>
        <WindowFields campaign={campaign} />
        <LooksForFields campaign={campaign} />
        <RosterFields campaign={campaign} />
        {campaign && <ReasonField required />}
        <SheetEnd
          ok={t(campaign ? 'campaign.save' : 'campaign.submit')}
          onClose={onClose}
          pending={keep.isPending}
          refusal={keep.faults.length > 0 ? t('campaign.faults') : keep.error && refusalWords(keep.error, t)}
        />
      </Form>
    </Sheet>
  );
}
