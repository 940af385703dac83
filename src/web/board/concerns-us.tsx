import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { StoryLine } from '../../contract/story.js';
import { call } from '../api/call.js';
import { useToast } from '../shell/toast.js';

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
      onClose();
      await navigate({ to: '/incidents/$id', params: { id: incident.id } });
    },
    onError: (error) => toast.refused(error),
  });
  return (
    <Modal
      open
      title={t('board.concernsUsTitle')}
      okText={t('board.concernsUs')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: accept.isPending }}
      onOk={() => accept.mutate()}
      onCancel={onClose}
    >
      <p className="modal-subject">{story.title}</p>
      <p className="hint">{t('board.concernsUsBody')}</p>
      <label htmlFor={id}>{t('action.reason')}</label>
      <Input.TextArea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
}
