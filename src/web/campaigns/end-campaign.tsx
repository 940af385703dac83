import Form from 'antd/es/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { bodyOf, filledOf } from './campaign-form.js';
import { useKeep } from './use-keep.js';

const MINUTE_MS = 60_000;
/** The end lies in the future for the server, and at a full minute for the reader. */
const nextMinute = (now: number): string =>
  new Date(Math.ceil((now + MINUTE_MS / 2) / MINUTE_MS) * MINUTE_MS).toISOString();

/** A campaign that runs ends within two minutes, for a reason that stays on record. */
export function EndCampaign({ campaign: now, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { clock } = useBoardStore();
  const [campaign] = useState(now);
  const keep = useKeep(campaign, onClose);
  const end = ({ reason }: { reason: string }): void =>
    keep.mutate({ body: { ...bodyOf(filledOf(campaign), campaign), endsAt: nextMinute(clock.now()) }, reason });
  return (
    <Sheet
      title={t('campaign.endTitle')}
      subject={campaign.name}
      hint={t('campaign.endHint', { time: moment(nextMinute(clock.now())) })}
      onClose={onClose}
    >
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={end}>
        <ReasonField required first />
        <SheetEnd
          ok={t('campaign.end')}
          danger
          onClose={onClose}
          pending={keep.isPending}
          refusal={keep.error && refusalWords(keep.error, t)}
        />
      </Form>
    </Sheet>
  );
}
