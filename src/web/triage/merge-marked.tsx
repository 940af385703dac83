import { useMutation, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import type { Marks } from './marks.js';

interface MergeMarkedProps {
  story: { id: string; title: string };
  marks: Marks;
  onClose: () => void;
}

/** The stories that are marked become part of this one. One that is refused stays marked; those before it are joined. */
export function MergeMarked({ story, marks, onClose }: MergeMarkedProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const others = [...marks.ids].filter((id) => id !== story.id);
  const join = useMutation({
    mutationFn: async (reason: string) => {
      for (const id of others) {
        await call('POST', `/stories/${id}/join`, { into: story.id, reason });
        marks.drop(id);
      }
    },
    onSuccess: () => {
      toast.done(t('triage.mergeDone'));
      onClose();
    },
    onSettled: () => {
      for (const key of ['stories', 'story', 'incident']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <Sheet
      title={t('triage.mergeMarked', { count: others.length })}
      subject={story.title}
      hint={t('triage.mergeHint')}
      onClose={onClose}
    >
      <Form<{ reason: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => join.mutate(reason.trim())}
      >
        <ReasonField required />
        <SheetEnd
          ok={t('triage.merge')}
          onClose={onClose}
          pending={join.isPending}
          refusal={join.error && refusalWords(join.error, t)}
        />
      </Form>
    </Sheet>
  );
}
