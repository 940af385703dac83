import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import { TIERS } from './source-search.js';

/** What may not be left empty. */
export function useNeeded() {
  const { t } = useTranslation();
  return { required: true, whitespace: true, message: t('action.required') };
}

export function NameField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="name" label={t('source.name')} rules={[useNeeded()]}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

/** @param taken codes in use */
export function IdField({ taken }: { taken: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const free = (_: unknown, value: string | undefined): Promise<void> =>
    taken.has(value?.trim() ?? '') ? Promise.reject(new Error(t('source.idTaken'))) : Promise.resolve();
  return (
    <Form.Item
      name="id"
      label={t('source.id')}
      extra={t('source.idHint')}
      rules={[
        { required: true, pattern: /^\s*[a-z0-9][a-z0-9._-]{0,63}\s*$/, message: t('source.idHint') },
        { validator: free },
      ]}
    >
      <Input maxLength={64} autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}

export function FamilyField({ hint }: { hint: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="family" label={t('source.family')} extra={hint} rules={[useNeeded()]}>
      <Input maxLength={100} />
    </Form.Item>
  );
}

export function FolderField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="folder" label={t('source.folder')} extra={t('source.folderHint')}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

/** @param hints what each tier means for visits */
export function TierField({ hints = true }: { hints?: boolean }) {
  const { t } = useTranslation();
  const tier = Form.useWatch<(typeof TIERS)[number] | undefined>('tier');
  return (
    <Form.Item name="tier" label={t('source.tierLabel')} extra={hints && tier && t(`source.tierHint.${tier}`)}>
      <Radio.Group className="choices" options={TIERS.map((value) => ({ value, label: t(`source.tier.${value}`) }))} />
    </Form.Item>
  );
}

/** Whether what it publishes is public opinion, or the office's own word. */
export function KindField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="kind" label={t('source.kindLabel')} extra={t('source.kindHint')} initialValue="public">
      <Radio.Group
        className="choices"
        options={(['public', 'own'] as const).map((value) => ({ value, label: t(`source.kind.${value}`) }))}
      />
    </Form.Item>
  );
}
