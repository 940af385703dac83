import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { type StoryAct, useStoryAct } from './story-act.js';

interface StorySheetProps<V> {
  story: { id: string; title: string };
  act: StoryAct;
  title: string;
  hint: string;
  ok: string;
  said: string;
  danger?: boolean;
  initial?: Partial<V>;
  /** The request of what was filled in. */
  body: (values: V & { reason: string }) => Record<string, unknown>;
  onClose: () => void;
  onDone?: () => void;
  children?: ReactNode;
}

/** A form over the page that does one thing to a story, always with a reason, and closes when it has been done. */
export function StorySheet<V extends object>(props: StorySheetProps<V>) {
  const { t } = useTranslation();
  const { story, title, hint, ok, said, danger, onClose } = props;
  const onDone = () => {
    onClose();
    props.onDone?.();
  };
  const act = useStoryAct(story.id, props.act, { said, onDone });
  const rules = [{ required: true, whitespace: true, min: 2, message: t('action.reasonShort') }];
  return (
    <Sheet title={title} subject={story.title} hint={hint} onClose={onClose}>
      <Form<V & { reason: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => act.mutate(props.body(values))}
      >
        {props.children}
        <Form.Item name="reason" label={t('action.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <SheetEnd ok={ok} danger={danger} onClose={onClose} pending={act.isPending} refusal={act.refusal} />
      </Form>
    </Sheet>
  );
}
