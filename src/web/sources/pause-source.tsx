import { useMutation } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import { useKeepSource } from './keep-source.js';

/** Pausing asks why: somebody will want to know. */
export function PauseSource({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const keep = useKeepSource();
  const pause = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call<SourceView>('POST', `/sources/${encodeURIComponent(source.id)}/pause`, { reason: reason.trim() }),
    onSuccess: (view) => {
      keep(view);
      toast.done(t('source.paused', { name: view.name }));
      onClose();
    },
  });
  const hints = [t('source.pauseHint'), ...(source.tier === 'core' ? [t('source.pauseCore')] : [])];
  return (
    <Sheet title={t('source.pauseTitle')} subject={source.name} hint={hints.join(' ')} onClose={onClose}>
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(given) => pause.mutate(given)}>
        <Form.Item
          name="reason"
          label={t('action.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('action.reasonShort') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <SheetEnd
          ok={t('source.pauseOk')}
          danger
          onClose={onClose}
          pending={pause.isPending}
          refusal={pause.error && refusalWords(pause.error, t)}
        />
      </Form>
    </Sheet>
  );
}
