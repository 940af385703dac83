import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../contract/document.js';
import { call } from '../api/call.js';
import { documentsQuery } from '../api/queries.js';
import { useToast } from '../shell/toast.js';

/** Registers a document, or changes the one of the given id; the list is read again and the sheet closed. */
export function useSave(id: string | null, onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: object) =>
      id === null
        ? call<DocumentView>('POST', '/documents', body)
        : call<DocumentView>('PATCH', `/documents/${encodeURIComponent(id)}`, body),
    onSuccess: ({ title }) => {
      void queries.invalidateQueries({ queryKey: documentsQuery.queryKey });
      toast.done(t(id === null ? 'document.added' : 'document.saved', { title }));
      onClose();
    },
  });
}
