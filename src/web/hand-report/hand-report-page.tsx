import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { fromField, toField } from '../clock/beijing.js';
import { BeijingField } from '../incident/fields.js';
import { ToneSign } from '../marks/signs.js';
import { useNamePage } from '../shell/page-name.js';
import '../styles/hand-report.css';

interface Filled {
  title: string;
  text?: string;
  source: string;
  occurredAt?: string;
  notifiedAt?: string;
}

/** The request of the form: nothing of what was left empty. */
function bodyOf(given: Filled) {
  return {
    title: given.title.trim(),
    text: given.text?.trim() ?? '',
    source: given.source.trim(),
    occurredAt: fromField(given.occurredAt ?? '') ?? undefined,
    notifiedAt: fromField(given.notifiedAt ?? '') ?? undefined,
  };
}

/** Accepted, not yet judged: says what happens next. */
function Receipt({ title, onAnother }: { title: string; onAnother: () => void }) {
  const { t } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="receipt">
      <h2 ref={head} tabIndex={-1} className="tone-met">
        <ToneSign tone="met" />
        {t('handReport.done')}
      </h2>
      <p>{t('handReport.doneBody', { title })}</p>
      <p className="receipt-ways">
        <Link to="/">{t('handReport.toBoard')}</Link>
        <Button onClick={onAnother}>{t('handReport.another')}</Button>
      </p>
    </div>
  );
}

function ReportForm({ onSent }: { onSent: (title: string) => void }) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const send = useMutation({
    mutationFn: (given: Filled) => call<{ articleId: string }>('POST', '/reports', bodyOf(given)),
    onSuccess: (_, given) => onSent(given.title.trim()),
  });
  const initial = { source: t('handReport.sourceDefault'), notifiedAt: toField(clock.now()) };
  return (
    <Form<Filled>
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={(given) => send.mutate(given)}
    >
      <Form.Item
        name="title"
        label={t('handReport.name')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('handReport.titleShort') }]}
      >
        <Input maxLength={300} placeholder={t('handReport.nameHint')} />
      </Form.Item>
      <Form.Item name="text" label={t('handReport.text')} extra={t('handReport.textHint')}>
        <Input.TextArea rows={6} maxLength={20_000} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('handReport.source')}
        extra={t('handReport.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('action.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="sheet-pair">
        <BeijingField name="notifiedAt" label={t('handReport.notifiedAt')} />
        <BeijingField name="occurredAt" label={t('handReport.occurredAt')} />
      </div>
      <p className="form-refusal" role="alert">
        {send.error && refusalWords(send.error, t)}
      </p>
      <Button type="primary" htmlType="submit" size="large" loading={send.isPending}>
        {t('handReport.submit')}
      </Button>
    </Form>
  );
}

/** 人工报告: what a call or a letter says; judged like an article. */
export function HandReportPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<string | null>(null);
  useNamePage(t('handReport.title'));
  return (
    <div className="sheet">
      <h1>{t('handReport.title')}</h1>
      {sent === null ? (
        <>
          <p className="sheet-lead">{t('handReport.lead')}</p>
          <ReportForm onSent={setSent} />
        </>
      ) : (
        <Receipt title={sent} onAnother={() => setSent(null)} />
      )}
    </div>
  );
}
