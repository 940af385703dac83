import { useInfiniteQuery } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { StoryView } from '../../contract/story.js';
import { type Lane, laneQuery } from '../stories/story-queries.js';
import { StorySheet } from '../stories/story-sheet.js';
import { DISPOSITIONS, useDispositionWord } from '../words/disposition-word.js';

interface SheetProps {
  story: StoryView;
  onClose: () => void;
  onDone?: () => void;
}

/** 不予回应、持续关注: how it is dealt with instead, and why. */
export function SetAsideSheet(props: SheetProps) {
  const { t } = useTranslation();
  const dispositionWord = useDispositionWord();
  const options = DISPOSITIONS.map((value) => ({ value, label: dispositionWord(value) }));
  return (
    <StorySheet<{ disposition: string }>
      {...props}
      act="set-aside"
      title={t('triage.setAside')}
      hint={t('triage.setAsideHint')}
      ok={t('action.submit')}
      said={t('triage.setAsideDone')}
      initial={{ disposition: 'MONITOR_ONLY' }}
      body={({ disposition, reason }) => ({ disposition, reason })}
    >
      <Form.Item name="disposition" label={t('triage.disposition')}>
        <Select options={options} />
      </Form.Item>
    </StorySheet>
  );
}

/** Joins the story into another: those most like it first, then the others of the lane. */
export function MergeSheet({ lane, ...props }: SheetProps & { lane: Lane }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(laneQuery(lane));
  const { id, partners } = props.story;
  const like = partners.map((one) => ({
    value: one.id,
    label: `${t(one.verdict === 'same' ? 'triage.partnerSame' : 'triage.partnerPossibly')}：${one.title}`,
  }));
  const known = new Set([id, ...partners.map((one) => one.id)]);
  const others = (data?.stories ?? [])
    .filter((one) => !known.has(one.id))
    .map((one) => ({ value: one.id, label: one.title }));
  const rules = [{ required: true, message: t('action.required') }];
  return (
    <StorySheet<{ into: string }>
      {...props}
      act="join"
      title={t('triage.merge')}
      hint={t('triage.mergeHint')}
      ok={t('triage.merge')}
      said={t('triage.mergeDone')}
      body={({ into, reason }) => ({ into, reason })}
    >
      <Form.Item name="into" label={t('triage.mergeInto')} rules={rules}>
        <Select
          options={[...like, ...others]}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('triage.noOther')}
        />
      </Form.Item>
    </StorySheet>
  );
}

/** The selected articles become a story of their own. */
export function SplitSheet({ picked, ...props }: SheetProps & { picked: ReadonlySet<string> }) {
  const { t } = useTranslation();
  return (
    <StorySheet<object>
      {...props}
      act="split"
      title={t('triage.split', { count: picked.size })}
      hint={t('triage.splitHint')}
      ok={t('action.submit')}
      said={t('triage.splitDone')}
      body={({ reason }) => ({ articleIds: [...picked], reason })}
    />
  );
}
