import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { IncidentLine, IncidentView } from '../../contract/incident.js';
import { graver } from '../../domain/level.js';
import { call } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { isStale, refusalWords } from '../api/refusal-words.js';
import { useBoard } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import { Restored } from '../unsent/restored.js';
import { useUnsent } from '../unsent/use-unsent.js';
import { ReasonField } from './fields.js';
import { type Merging, mergingOf, partnersOf } from './merging.js';

interface MergeDialogProps {
  incident: IncidentView;
  /** The other case, where it is known already. */
  other?: string;
  onClose: () => void;
}

interface Filled {
  other?: string;
  /** The case that goes on; by itself the one with the earlier start. */
  kept?: string;
  reason: string;
}

function useMerge(onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ gone, kept, reason }: Merging & { reason: string }) =>
      call<IncidentView>('POST', `/incidents/${gone.id}/merge`, { into: kept.id, version: gone.version, reason }),
    onSuccess: async (view, { gone }) => {
      queries.setQueryData(incidentKey(view.id), view);
      for (const key of [incidentKey(gone.id), ['stories'], ['story']])
        void queries.invalidateQueries({ queryKey: key });
      toast.done(t('merge.done', { gone: gone.number, kept: view.number }));
      onClose();
      await navigate({ to: '/incidents/$id', params: { id: view.id } });
    },
  });
  return { mutate, isPending, refusal: error && (isStale(error) ? t('refusal.stale') : refusalWords(error, t)) };
}

/** The open cases it can be merged with; those that may be the same happening first. */
function OtherField({ incident, others }: { incident: IncidentView; others: readonly IncidentLine[] }) {
  const { t } = useTranslation();
  const optionOf = ({ id, number, title }: IncidentLine) => ({ value: id, label: `${number} ${title}` });
  const groups = partnersOf(incident, others).map(({ near, cases }) => ({
    label: t(`merge.${near}`),
    options: cases.map(optionOf),
  }));
  return (
    <Form.Item name="other" label={t('merge.other')} rules={[{ required: true, message: t('action.required') }]}>
      <Select
        options={groups}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('merge.otherHint')}
        notFoundContent={t('merge.noOther')}
      />
    </Form.Item>
  );
}

/** What will have happened afterwards. */
function Outcome({ gone, kept }: Merging) {
  const { t } = useTranslation();
  const moment = useMoment();
  const startAt = gone.clockStartAt < kept.clockStartAt ? gone.clockStartAt : kept.clockStartAt;
  const level = graver(gone.level, kept.level);
  return (
    <ul className="merge-outcome" aria-live="polite">
      <li>{t('merge.start', { kept: kept.number, time: moment(startAt) })}</li>
      <li>{t('merge.ends', { gone: gone.number, kept: kept.number })}</li>
      <li>{t('merge.level', { level: t(`level.${level ?? 'none'}`) })}</li>
    </ul>
  );
}

/** 合并事件: two cases of one happening become one, for good. */
export function MergeDialog({ incident, other, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const open = useBoard((state) => state.incidents);
  const others = [...open.values()].filter(({ id }) => id !== incident.id);
  const [form] = Form.useForm<Filled>();
  const chosen = Form.useWatch('other', form) ?? other;
  const keptId = Form.useWatch('kept', form);
  const partner = others.find(({ id }) => id === chosen);
  const merging = partner && mergingOf(incident, partner, keptId);
  const unsent = useUnsent<Filled>(form, incident.id, 'merge');
  const merge = useMerge(() => {
    unsent.forget();
    onClose();
  });
  const both = partner ? [incident, partner] : [];
  return (
    <Sheet title={t('action.merge')} subject={incident.title} hint={t('merge.hint')} onClose={onClose}>
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ other, reason: unsent.kept?.reason }}
        onValuesChange={(changed, all) => {
          // Only the text is worth keeping: which cases there are may be another matter by then.
          unsent.keep({ reason: all.reason });
          if ('other' in changed) form.resetFields(['kept']);
        }}
        onFinish={({ reason }) => merging && merge.mutate({ ...merging, reason })}
      >
        <OtherField incident={incident} others={others} />
        {merging && (
          <>
            <Form.Item label={t('merge.keep')} name="kept" key={merging.early} initialValue={merging.early}>
              <Radio.Group
                className="choices"
                options={both.map(({ id, number, title }) => ({
                  value: id,
                  label: (
                    <span>
                      <b className="number">{number}</b> {title}
                    </span>
                  ),
                }))}
              />
            </Form.Item>
            <Outcome {...merging} />
          </>
        )}
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <ReasonField required />
        <SheetEnd ok={t('merge.submit')} onClose={onClose} pending={merge.isPending} refusal={merge.refusal} />
      </Form>
    </Sheet>
  );
}
