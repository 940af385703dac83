import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallView } from '../../contract/wall.js';
import { call } from '../api/call.js';
import { wallsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

/** Asks once more before a screen goes dark. */
export function RevokeWall({ wall, onClose }: { wall: WallView; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call<WallView>('POST', `/walls/${wall.id}/revoke`),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: wallsQuery.queryKey });
      toast.done(t('walls.revokeDone', { name: wall.name }));
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    revoke.mutate();
  };
  return (
    <Sheet title={t('walls.revokeTitle')} subject={wall.name} hint={t('walls.revokeHint')} onClose={onClose}>
      <form onSubmit={submit}>
        <SheetEnd
          ok={t('walls.revoke')}
          danger
          onClose={onClose}
          pending={revoke.isPending}
          refusal={revoke.error && refusalWords(revoke.error, t)}
        />
      </form>
    </Sheet>
  );
}
