import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { StoryLine } from '../../contract/story.js';
import type { Level } from '../../domain/level.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { LevelField, ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

interface ConcernsUsProps {
  story: StoryLine;
  /** The level that is chosen already. */
  level?: Level;
  onClose: () => void;
}

interface Filled {
  level: Level | 'none';
  reason: string;
}

/** 与我有关: opens an incident from a story, keeping the original start; asks for the reason, and for the level where it differs. */
export function ConcernsUs({ story, level, onClose }: ConcernsUsProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const proposed = story.level ?? 'none';
  const accept = useMutation({
    // A level that is left as it was read keeps the table's line behind it.
    mutationFn: ({ reason, level: stated }: Filled) =>
      call<IncidentView>('POST', `/stories/${story.id}/concerns-us`, {
        reason: reason.trim(),
        level: stated === proposed ? undefined : stated,
      }),
    onSuccess: async (incident) => {
      toast.done(t('board.concernsUsDone', { number: incident.number }));
      await navigate({ to: '/incidents/$id', params: { id: incident.id } });
    },
  });
  return (
    <Sheet title={t('board.concernsUsTitle')} subject={story.title} hint={t('board.concernsUsBody')} onClose={onClose}>
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{ level: level ?? proposed }}
        onFinish={(filled) => accept.mutate(filled)}
      >
        <LevelField none={story.level === null} />
        <ReasonField required first={level !== undefined} />
        <SheetEnd
          ok={t('board.concernsUsOk')}
          onClose={onClose}
          pending={accept.isPending}
          refusal={accept.error && refusalWords(accept.error, t)}
        />
      </Form>
    </Sheet>
  );
}
