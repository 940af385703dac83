import { useMutation } from '@tanstack/react-query';
import Form, { type FormInstance } from 'antd/es/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewSource, SourceView, TrialReading } from '../../contract/source.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { UrlField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import { useKeepSource } from './keep-source.js';
import { FamilyField, FolderField, IdField, KindField, NameField, TierField } from './source-fields.js';
import { publisherOf, suggestedId } from './source-id.js';
import { TrialResult } from './trial-result.js';

interface Filled extends Omit<NewSource, 'folder'> {
  folder?: string;
}

interface Trial {
  /** As typed: another address must be tried anew. */
  url: string;
  reading: TrialReading;
}

const bodyOf = (given: Filled): NewSource => ({
  id: given.id.trim(),
  name: given.name.trim(),
  url: given.url.trim(),
  tier: given.tier,
  kind: given.kind,
  family: given.family.trim(),
  folder: given.folder?.trim() || null,
});

type Suggested = Pick<Filled, 'name' | 'id' | 'family'>;

const suggestionOf = ({ url, reading }: Trial, taken: ReadonlySet<string>): Suggested => ({
  name: reading.title?.trim().slice(0, 200) ?? '',
  id: suggestedId(url, taken),
  family: publisherOf(url),
});

/** Fills in what the feed says of itself, where nobody has written anything but what was suggested before. */
function suggest(form: FormInstance<Filled>, suggested: Suggested, before: Suggested | null): void {
  const given = form.getFieldsValue(true) as Partial<Filled>;
  const kept = (field: keyof Suggested): string | undefined => {
    const value = given[field]?.trim();
    return value === before?.[field] ? undefined : value;
  };
  form.setFieldsValue({
    name: kept('name') || suggested.name,
    id: kept('id') || suggested.id,
    family: kept('family') || suggested.family,
    tier: given.tier ?? 'regular',
  });
}

function useTrial(form: FormInstance<Filled>, taken: ReadonlySet<string>) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const run = useMutation({
    mutationFn: async (url: string) => ({ url, reading: await call<TrialReading>('POST', '/sources/test', { url }) }),
    onSuccess: (read) => {
      const suggested = suggestionOf(read, taken);
      suggest(form, suggested, trial && suggestionOf(trial, taken));
      setTrial(read);
    },
  });
  return { trial, run };
}

function useAdd(onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const keep = useKeepSource();
  return useMutation({
    mutationFn: (given: Filled) => call<SourceView>('POST', '/sources', bodyOf(given)),
    onSuccess: (view) => {
      keep(view);
      toast.done(t('source.added', { name: view.name }));
      onClose();
    },
  });
}

interface AddSourceProps {
  taken: ReadonlySet<string>;
  onClose: () => void;
}

/**
 * A source added on the page. The address is read once and what came of it is shown before anything can be saved; one that
 * cannot be read now may be added all the same. A private address must stand in the configuration file.
 */
export function AddSource({ taken, onClose }: AddSourceProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Filled>();
  const { trial, run } = useTrial(form, taken);
  const add = useAdd(onClose);
  const url = (Form.useWatch('url', form) ?? '').trim();
  const tried = trial !== null && trial.url === url;
  const isRead = tried && trial.reading.outcome === 'ok';
  const error = run.error ?? add.error;
  return (
    <Sheet title={t('source.add')} hint={t('source.testHint')} onClose={onClose}>
      <Form<Filled>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => (tried ? add.mutate(given) : run.mutate(given.url.trim()))}
      >
        <UrlField required label={t('source.url')} />
        <div aria-live="polite">
          {run.isPending && <p className="quiet">{t('source.testing')}</p>}
          {tried && <TrialResult reading={trial.reading} asked={trial.url} />}
        </div>
        {tried && (
          <>
            <NameField />
            <div className="sheet-pair">
              <FamilyField hint={t('source.familyHint')} />
              <IdField taken={taken} />
            </div>
            <KindField />
            <TierField />
            <FolderField />
          </>
        )}
        <SheetEnd
          ok={t(isRead ? 'source.submit' : tried ? 'source.submitAnyway' : 'source.test')}
          onClose={onClose}
          pending={run.isPending || add.isPending}
          refusal={error && refusalWords(error, t)}
        />
      </Form>
    </Sheet>
  );
}
