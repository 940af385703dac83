import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import { useBoardStore } from '../board/board-context.js';
import { fromField, toField } from '../clock/beijing.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { channelKeys } from './channels.js';
import { BeijingField, UrlField } from './fields.js';

interface Published {
  channel: string;
  url: string;
  publishedAt: string;
  title?: string;
}

/** 登记权威发布: what has been published, where, when. */
export function StatementDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  return (
    <ActionDialog<Published>
      {...props}
      act="statements"
      title={t('action.statement')}
      hint={t('action.statementHint')}
      ok={t('action.record')}
      initial={{ channel: 'website', publishedAt: toField(clock.now()) }}
      body={({ channel, url, publishedAt, title }) => ({
        channel,
        url: url.trim(),
        publishedAt: fromField(publishedAt),
        title: title?.trim() ? title.trim() : undefined,
      })}
    >
      <Form.Item name="channel" label={t('action.channel')}>
        <Radio.Group
          className="choices"
          options={channelKeys.map((value) => ({ value, label: t(`action.channels.${value}`) }))}
        />
      </Form.Item>
      <UrlField required label={t('action.url')} />
      <BeijingField name="publishedAt" label={t('action.publishedAt')} required />
      <Form.Item name="title" label={t('action.releaseTitle')}>
        <Input maxLength={300} />
      </Form.Item>
    </ActionDialog>
  );
}

interface Held {
  startedAt: string;
  place: string;
  url?: string;
}

/** 登记发布会: one that has begun. */
export function ConferenceDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  return (
    <ActionDialog<Held>
      {...props}
      act="press-conferences"
      title={t('action.conference')}
      hint={t('action.conferenceHint')}
      ok={t('action.record')}
      initial={{ startedAt: toField(clock.now()) }}
      body={({ startedAt, place, url }) => ({
        startedAt: fromField(startedAt),
        place: place.trim(),
        url: url?.trim() ? url.trim() : undefined,
      })}
    >
      <BeijingField name="startedAt" label={t('action.startedAt')} required />
      <Form.Item
        name="place"
        label={t('action.place')}
        rules={[{ required: true, whitespace: true, message: t('action.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <UrlField required={false} label={t('action.optionalUrl')} />
    </ActionDialog>
  );
}
