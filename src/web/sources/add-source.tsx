import { useMutation, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { call } from '../api/call.js';
import { sourcesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { UrlField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';

type Filled = Pick<SourceView, 'id' | 'name' | 'url' | 'tier' | 'family'>;

const TIERS = ['core', 'regular', 'wide'] as const;

const trimmed = (given: Filled): Filled => ({
  id: given.id.trim(),
  name: given.name.trim(),
  url: given.url.trim(),
  tier: given.tier,
  family: given.family.trim(),
});

/** A source added on the page; one with a private address must stand in the configuration file. */
export function AddSource({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (given: Filled) => call<SourceView>('POST', '/sources', trimmed(given)),
    onSuccess: async (_, given) => {
      toast.done(t('source.added', { name: given.name }));
      onClose();
      await queries.invalidateQueries({ queryKey: sourcesQuery.queryKey });
    },
  });
  const needed = [{ required: true, whitespace: true, message: t('action.required') }];
  return (
    <Sheet title={t('source.add')} onClose={onClose}>
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{ tier: 'regular' }}
        onFinish={(given) => add.mutate(given)}
      >
        <Form.Item name="name" label={t('source.name')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <UrlField required label={t('source.url')} />
        <Form.Item
          name="id"
          label={t('source.id')}
          extra={t('source.idHint')}
          rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{0,63}$/, message: t('source.idHint') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="family" label={t('source.family')} extra={t('source.familyHint')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="tier" label={t('source.tierLabel')}>
          <Radio.Group
            className="choices"
            options={TIERS.map((value) => ({ value, label: t(`source.tier.${value}`) }))}
          />
        </Form.Item>
        <SheetEnd
          ok={t('source.submit')}
          onClose={onClose}
          pending={add.isPending}
          refusal={add.error && refusalWords(add.error, t)}
        />
      </Form>
    </Sheet>
  );
}
