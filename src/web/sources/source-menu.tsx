import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { call } from '../api/call.js';
import { useMay } from '../session/person.js';
import { MenuButton } from '../shell/menu-button.js';
import { useToast } from '../shell/toast.js';
import { useKeepSource } from './keep-source.js';
import '../styles/menu.css';

/** What opens a sheet of its own. */
export type SourceSheet = 'visits' | 'edit' | 'pause';
type Action = SourceSheet | 'visit' | 'resume';

/** What can be done with the source as it stands; whoever may only read sees its visits. */
export function actionsOf({ isIntake, enabled, pausedAt }: SourceView, mayWrite: boolean): Action[] {
  const visits: Action[] = isIntake ? [] : ['visits'];
  if (!mayWrite) return visits;
  if (!enabled) return [...visits, 'edit'];
  if (pausedAt !== null) return [...visits, 'resume', 'edit'];
  return isIntake ? ['edit', 'pause'] : ['visit', ...visits, 'edit', 'pause'];
}

/** Visits or resumes at once: no sheet, the row answers. */
function useDo(source: SourceView) {
  const { t } = useTranslation();
  const toast = useToast();
  const keep = useKeepSource();
  return useMutation({
    mutationFn: (act: 'visit' | 'resume') =>
      call<SourceView>('POST', `/sources/${encodeURIComponent(source.id)}/${act}`),
    onSuccess: (view, act) => {
      keep(view);
      toast.done(t(act === 'visit' ? 'source.visitAsked' : 'source.resumed', { name: source.name }));
    },
    onError: (error) => toast.refused(error),
  });
}

export function SourceMenu({ source, onSheet }: { source: SourceView; onSheet: (sheet: SourceSheet) => void }) {
  const { t } = useTranslation();
  const act = useDo(source);
  const actions = actionsOf(source, useMay('source.write'));
  if (actions.length === 0) return null;
  const choose = (action: Action): void => {
    if (action === 'visit' || action === 'resume') act.mutate(action);
    else onSheet(action);
  };
  return (
    <MenuButton
      label={t('source.menu.label', { name: source.name })}
      title={t('source.menu.open')}
      choices={actions.map((key) => ({ key, label: t(`source.menu.${key}`) }))}
      busy={act.isPending}
      onChoose={choose}
    />
  );
}
