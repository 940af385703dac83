import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

export type StoryAct = 'join' | 'split' | 'set-aside';

interface Done {
  /** What is said when it is done. */
  said: string;
  onDone: () => void;
}

/** Does one thing to a story; lanes, stories and cases on the screen are read again. `refusal` says why it was refused. */
export function useStoryAct(storyId: string, act: StoryAct, { said, onDone }: Done) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Record<string, unknown>) => call<unknown>('POST', `/stories/${storyId}/${act}`, body),
    onSuccess: () => {
      toast.done(said);
      for (const key of ['stories', 'story', 'incident']) void queries.invalidateQueries({ queryKey: [key] });
      onDone();
    },
  });
  return { mutate, isPending, refusal: error && refusalWords(error, t) };
}
