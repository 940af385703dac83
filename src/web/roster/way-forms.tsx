import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Radio from 'antd/es/radio';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { OwnWays } from '../../contract/way.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';
import { ChannelWord } from './way-list.js';
import { useDone } from './use-done.js';

interface Filled {
  channel: string;
  address: string;
  rank: number;
}

/** One more way to be reached. */
export function AddWay({ channels, onClose }: { channels: OwnWays['channels']; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useDone(t('roster.way.added'), onClose);
  const needed = useNeeded();
  return (
    <Sheet title={t('roster.way.add')} hint={t('roster.way.addHint')} onClose={onClose}>
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: channels[0]?.channel, rank: 1 }}
        onFinish={({ address, ...rest }) =>
          add.mutate({ path: '/me/ways', body: { ...rest, address: address.trim() } })
        }
      >
        <Form.Item name="channel" label={t('roster.way.channelLabel')}>
          <Radio.Group
            className="choices"
            options={channels.map(({ channel, ready }) => ({
              value: channel,
              label: (
                <>
                  <ChannelWord channel={channel} /> {!ready && <small>{t('roster.way.notReady')}</small>}
                </>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item name="address" label={t('roster.way.address')} rules={[needed]}>
          <Input maxLength={2000} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="rank" label={t('roster.way.rank')}>
          <InputNumber min={1} max={99} />
        </Form.Item>
        <SheetEnd
          ok={t('roster.save')}
          onClose={onClose}
          pending={add.isPending}
          refusal={add.error && refusalWords(add.error, t)}
        />
      </Form>
    </Sheet>
  );
}

/** The words of a test message; a link only fills them in, the person confirms. */
export function ProveWay({ proof }: { proof: string | undefined }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ proof: string }>();
  const prove = useDone(t('roster.way.provenNow'), () => form.resetFields());
  return (
    <Form<{ proof: string }>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="prove"
      initialValues={{ proof }}
      onFinish={(body) => prove.mutate({ path: '/me/ways/prove', body })}
    >
      <Form.Item name="proof" label={t('roster.way.proof')} extra={t('roster.way.proofHint')} rules={[useNeeded()]}>
        <Input maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Button type={proof ? 'primary' : 'default'} htmlType="submit" loading={prove.isPending}>
        {t('roster.way.prove')}
      </Button>
      {prove.error && (
        <p className="form-refusal" role="alert">
          {refusalWords(prove.error, t)}
        </p>
      )}
    </Form>
  );
}
