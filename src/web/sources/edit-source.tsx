import { useMutation } from '@tanstack/react-query';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { ChangeSource, SourceView } from '../../contract/source.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { UrlField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import { useKeepSource } from './keep-source.js';
import { expectedOf, PeriodField, type PeriodFilled } from './period-field.js';
import { periodOf } from './period.js';
import { FamilyField, FolderField, KindField, NameField, TierField } from './source-fields.js';

interface Filled extends PeriodFilled, Pick<SourceView, 'name' | 'url' | 'tier' | 'kind' | 'family'> {
  folder?: string;
}

const DAY_S = 86_400;

function initialOf(source: SourceView): Filled {
  const { name, url, tier, kind, family, folder, expectedIsSet, expectedSeconds } = source;
  const { count, unit } = periodOf(expectedIsSet ? (expectedSeconds ?? DAY_S) : DAY_S);
  const period = expectedIsSet ? 'set' : 'learned';
  return { name, url, tier, kind, family, folder: folder ?? '', period, count: String(count), unit };
}

/** Only what the source allows to be changed here. */
function bodyOf(source: SourceView, given: Filled): ChangeSource {
  const expectedSeconds = expectedOf(given);
  if (source.origin !== 'api') return { expectedSeconds };
  const { tier, kind } = given;
  const texts = { name: given.name.trim(), family: given.family.trim(), folder: given.folder?.trim() || null };
  return { ...texts, tier, kind, expectedSeconds, ...(!source.isIntake && { url: given.url.trim() }) };
}

function useSave(source: SourceView, onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const keep = useKeepSource();
  return useMutation({
    mutationFn: (given: Filled) =>
      call<SourceView>('PATCH', `/sources/${encodeURIComponent(source.id)}`, bodyOf(source, given)),
    onSuccess: (view) => {
      keep(view);
      toast.done(t('source.saved', { name: view.name }));
      onClose();
    },
  });
}

/** What a person may change of a source; one of the configuration file has only its expected period here. */
export function EditSource({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSave(source, onClose);
  const ours = source.origin === 'api';
  return (
    <Sheet
      title={t('source.editTitle')}
      subject={`${source.name} (${source.id})`}
      hint={ours ? '' : t('source.editFile')}
      onClose={onClose}
    >
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={initialOf(source)}
        onFinish={(given) => save.mutate(given)}
      >
        {ours && (
          <>
            <NameField />
            {!source.isIntake && <UrlField required label={t('source.url')} />}
            <div className="sheet-pair">
              <FamilyField hint={t('source.familyHint')} />
              <FolderField />
            </div>
            <KindField />
            <TierField hints={!source.isIntake} />
          </>
        )}
        <PeriodField source={source} />
        <SheetEnd
          ok={t('source.save')}
          onClose={onClose}
          pending={save.isPending}
          refusal={save.error && refusalWords(save.error, t)}
        />
      </Form>
    </Sheet>
  );
}
