import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { StoryLine } from '../../contract/story.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

const SHORTEST = 2;

/** 与我有关: opens an incident from a story, keeping the original start; asks for the reason. */
export function ConcernsUs({ story, onClose }: { story: StoryLine; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const toast = useToast();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const accept = useMutation({
    mutationFn: () => call<IncidentView>('POST', `/stories/${story.id}/concerns-us`, { reason: reason.trim() }),
    onSuccess: async (incident) => {
      toast.done(t('board.concernsUsDone', { number: incident.number }));
      await navigate({ to: '/incidents/$id', params: { id: incident.id } });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <Sheet title={t('board.concernsUsTitle')} subject={story.title} hint={t('board.concernsUsBody')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label htmlFor={id}>{t('action.reason')}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <SheetEnd
          ok={t('board.concernsUs')}
          onClose={onClose}
          pending={accept.isPending}
          disabled={reason.trim().length < SHORTEST}
          refusal={accept.error && refusalWords(accept.error, t)}
        />
      </form>
    </Sheet>
  );
}
