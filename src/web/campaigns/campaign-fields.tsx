import { useQuery } from '@tanstack/react-query';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { fromField } from '../clock/beijing.js';
import { wordsOf } from './campaign-form.js';
import { campaignOptionsQuery } from './campaign-queries.js';

interface Given {
  campaign: CampaignView | null;
}

/** Where it begins and ends, as 北京时间. What has begun has begun. */
export function WindowFields({ campaign }: Given) {
  const { t } = useTranslation();
  const begun = campaign?.phase === 'running';
  const isTime = (_: unknown, value: string | undefined): Promise<void> =>
    fromField(value ?? '') === null ? Promise.reject(new Error(t('action.timeBad'))) : Promise.resolve();
  return (
    <div className="sheet-pair">
      <Form.Item
        name="startsAt"
        label={`${t('campaign.startsAt')} (${t('time.beijing')})`}
        extra={begun && t('campaign.startedHint')}
        rules={[{ validator: isTime }]}
      >
        <Input type="datetime-local" disabled={begun} />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={`${t('campaign.endsAt')} (${t('time.beijing')})`}
        extra={t('campaign.endsHint')}
        dependencies={['startsAt']}
        rules={[
          { validator: isTime },
          ({ getFieldValue }) => ({
            validator: (_: unknown, value: string | undefined): Promise<void> =>
              value && value <= String(getFieldValue('startsAt'))
                ? Promise.reject(new Error(t('campaign.endsEarly')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </div>
  );
}

/** What is offered, and what was chosen before though it is offered no more. */
function useChoices(campaign: CampaignView | null) {
  const { data } = useQuery(campaignOptionsQuery);
  const merged = (some: { value: string; label: string }[]) => [
    ...new Map(some.map((one) => [one.value, one])).values(),
  ];
  const people = [...(campaign?.roster ?? []), ...(data?.people ?? [])];
  const sources = [...(campaign?.sources ?? []), ...(data?.sources ?? [])];
  return {
    people: merged(people.map(({ accountId, name }) => ({ value: accountId, label: name }))),
    sources: merged(sources.map(({ id, name }) => ({ value: id, label: name }))),
  };
}

/** What it looks for: words, or sources that are read for its sake. */
export function LooksForFields({ campaign }: Given) {
  const { t } = useTranslation();
  const { sources } = useChoices(campaign);
  return (
    <>
      <Form.Item
        name="words"
        label={t('campaign.wordsField')}
        extra={t('campaign.wordsHint')}
        dependencies={['sources']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_: unknown, value: string | undefined): Promise<void> => {
              const named = (getFieldValue('sources') as string[] | undefined) ?? [];
              return wordsOf(value).length + named.length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('campaign.needWords')));
            },
          }),
        ]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
      <Form.Item name="sources" label={t('campaign.sourcesField')} extra={t('campaign.sourcesHint')}>
        <Select mode="multiple" options={sources} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="lowered" valuePropName="checked">
        <Checkbox>{t('campaign.lowered')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Who is told beside the desk, and when the digest is made. */
export function RosterFields({ campaign }: Given) {
  const { t } = useTranslation();
  const { people } = useChoices(campaign);
  return (
    <>
      <Form.Item name="roster" label={t('campaign.rosterField')} extra={t('campaign.rosterFieldHint')}>
        <Select mode="multiple" options={people} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="digestTime"
        label={`${t('campaign.digestTime')} (${t('time.beijing')})`}
        rules={[{ required: true, message: t('action.required') }]}
      >
        <Input type="time" className="campaign-time" />
      </Form.Item>
    </>
  );
}
