import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../contract/attachment.js';
import { callWithFile } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';
import { attachmentsKey } from './work-queries.js';

interface Sending {
  file: File;
  /** The record that it belongs to; null: the case itself. */
  record: string | null;
  personal: boolean;
}

function sendTo(incidentId: string, { file, record, personal }: Sending): Promise<Attachment> {
  const query = new URLSearchParams({
    name: file.name,
    ...(record !== null && { record }),
    ...(personal && { personal: 'true' }),
  });
  return callWithFile<Attachment>(`/incidents/${incidentId}/attachments?${query}`, file);
}

/** Sends a file as it is. `attach` with a record puts it beside that record. */
export function useSendFile(incidentId: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (sending: Sending) => sendTo(incidentId, sending),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: attachmentsKey(incidentId) });
      toast.done(t('work.file.added'));
    },
  });
  return { send: mutate, isPending, refusal: error && refusalWords(error, t) };
}

/** Sends what was chosen in the form of a record, once that is kept. One that is refused is named: the record stands without it. */
export function useSendFiles(incidentId: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  return async (files: readonly File[], record: string): Promise<void> => {
    for (const file of files) {
      try {
        await sendTo(incidentId, { file, record, personal: false });
      } catch (error) {
        toast.failed(t('work.file.notSent', { name: file.name, why: refusalWords(error, t) }));
      }
    }
    await queries.invalidateQueries({ queryKey: attachmentsKey(incidentId) });
  };
}
