import { useMutation, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { DocumentDoubt } from '../../contract/document-doubt.js';
import { call } from '../api/call.js';
import { documentDoubtsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { ReasonField, UrlField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

interface AnswerDoubtProps {
  doubt: DocumentDoubt;
  outcome: 'interpreted' | 'not_needed';
  onClose: () => void;
}

/** 解读已发布, with its address, or 不需要, with the reason. */
export function AnswerDoubt({ doubt, outcome, onClose }: AnswerDoubtProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: ({ url, reason }: { url?: string; reason?: string }) =>
      call<DocumentDoubt>('POST', `/document-doubts/${doubt.id}/answer`, {
        outcome,
        ...(outcome === 'interpreted' ? { link: url?.trim() } : { reason }),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: documentDoubtsQuery.queryKey });
      toast.done(t('action.done'));
      onClose();
    },
  });
  return (
    <Sheet title={t(`doubt.act.${outcome}`)} subject={doubt.title} onClose={onClose}>
      <Form<{ url?: string; reason?: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => answer.mutate(given)}
      >
        {outcome === 'interpreted' ? <UrlField required label={t('doubt.link')} /> : <ReasonField required />}
        <SheetEnd
          ok={t('doubt.submit')}
          onClose={onClose}
          pending={answer.isPending}
          refusal={answer.error && refusalWords(answer.error, t)}
        />
      </Form>
    </Sheet>
  );
}
