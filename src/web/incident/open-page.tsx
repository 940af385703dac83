import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { call } from '../api/call.js';
import { useBoardStore } from '../board/board-context.js';
import { fromField, toField } from '../clock/beijing.js';
import { useNamePage } from '../shell/page-name.js';
import { useToast } from '../shell/toast.js';
import { BeijingField, BureauField, LevelField } from './fields.js';
import '../styles/incident.css';

interface Filled {
  title: string;
  text?: string;
  level: string;
  lead?: string;
  occurredAt?: string;
  notifiedAt?: string;
  source?: string;
  needsAnswer?: boolean;
}

/** The request of the form: nothing of what was left empty. */
function bodyOf(given: Filled) {
  return {
    title: given.title.trim(),
    text: given.text?.trim() ?? '',
    level: given.level === 'none' ? null : given.level,
    lead: given.lead,
    occurredAt: fromField(given.occurredAt ?? '') ?? undefined,
    notifiedAt: fromField(given.notifiedAt ?? '') ?? undefined,
    source: given.source?.trim() ? given.source.trim() : undefined,
    needsAnswer: given.needsAnswer === true,
  };
}

function useOpen() {
  const toast = useToast();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (given: Filled) => call<IncidentView>('POST', '/incidents', bodyOf(given)),
    onSuccess: (incident) => navigate({ to: '/incidents/$id', params: { id: incident.id } }),
    onError: (error) => toast.refused(error),
  });
}

/** 人工立案: a case from a telephone call, a letter or an order from above. */
export function OpenPage() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const open = useOpen();
  const [form] = Form.useForm<Filled>();
  const level = Form.useWatch('level', form);
  const statutory = level === 'I' || level === 'II';
  useNamePage(t('openByHand.title'));
  const initial: Partial<Filled> = {
    level: 'none',
    source: t('openByHand.sourceDefault'),
    notifiedAt: toField(clock.now()),
  };
  return (
    <div className="sheet">
      <h1>{t('openByHand.title')}</h1>
      <p className="sheet-lead">{t('openByHand.lead')}</p>
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(given) => open.mutate(given)}
      >
        <Form.Item
          name="title"
          label={t('openByHand.name')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('openByHand.titleShort') }]}
        >
          <Input maxLength={200} placeholder={t('openByHand.nameHint')} />
        </Form.Item>
        <Form.Item name="text" label={t('openByHand.text')} extra={t('openByHand.textHint')}>
          <Input.TextArea rows={6} maxLength={20_000} />
        </Form.Item>
        <LevelField none />
        {!statutory && (
          <Form.Item name="needsAnswer" valuePropName="checked">
            <Checkbox>{t('openByHand.needsAnswer')}</Checkbox>
          </Form.Item>
        )}
        <div className="sheet-pair">
          <BeijingField name="notifiedAt" label={t('openByHand.notifiedAt')} />
          <BeijingField name="occurredAt" label={t('openByHand.occurredAt')} />
          <BureauField name="lead" label={t('action.lead')} required={false} placeholder={t('openByHand.leadAuto')} />
          <Form.Item name="source" label={t('openByHand.source')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" size="large" loading={open.isPending}>
          {t('openByHand.submit')}
        </Button>
      </Form>
    </div>
  );
}
