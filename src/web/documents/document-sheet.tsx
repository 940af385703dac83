import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../contract/document.js';
import { refusalWords } from '../api/refusal-words.js';
import { BureauField, UrlField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useNeeded } from '../sources/source-fields.js';
import { DayField } from './day-field.js';
import { useSave } from './use-save.js';

interface Filled {
  title: string;
  aliases?: string;
  number?: string;
  bureau: string;
  issuedOn?: string;
  validFrom?: string;
  validTo?: string;
  source: string;
  confidence: DocumentView['confidence'];
  url?: string;
  terms?: string;
}

const CONFIDENCES = ['H', 'M', 'L'] as const;

function filledOf(document: DocumentView): Filled {
  const { title, aliases, number, bureau, issuedOn, validFrom, validTo, source, confidence, link, terms } = document;
  const days = { issuedOn: issuedOn ?? '', validFrom: validFrom ?? '', validTo: validTo ?? '' };
  const lists = { aliases: aliases.join('\n'), terms: terms.join('\n') };
  return { title, ...lists, number: number ?? '', bureau, source, confidence, url: link ?? '', ...days };
}

const bodyOf = (given: Filled): object => ({
  title: bare(given.title),
  aliases: (given.aliases ?? '').split('\n').map(bare).filter(Boolean),
  number: given.number?.trim() || null,
  bureau: given.bureau,
  issuedOn: given.issuedOn || null,
  validFrom: given.validFrom || null,
  validTo: given.validTo || null,
  source: given.source.trim(),
  confidence: given.confidence,
  link: given.url?.trim() || null,
  terms: (given.terms ?? '').split('\n').map(bare).filter(Boolean),
});

/** Written with 《》 all the same, it is taken without them. */
const bare = (title: string): string => title.trim().replace(/^《([^《》]*)》$/, '$1');

function Days() {
  const { t } = useTranslation();
  return (
    <>
      <DayField name="issuedOn" label={t('document.issuedOn')} />
      <div className="sheet-pair">
        <DayField name="validFrom" label={t('document.validFrom')} hint={t('document.validHint')} />
        <DayField name="validTo" label={t('document.validTo')} after="validFrom" hint={t('document.validHint')} />
      </div>
    </>
  );
}

/** A document registered, or an entry changed; what is changed here wins over the configuration file. */
export function DocumentSheet({ document, onClose }: { document: DocumentView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSave(document?.id ?? null, onClose);
  const needed = useNeeded();
  const choices = CONFIDENCES.map((value) => ({ value, label: t(`document.confidenceWord.${value}`) }));
  return (
    <Sheet title={t(document ? 'document.edit' : 'document.add')} subject={document?.title} onClose={onClose}>
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={document ? filledOf(document) : { confidence: 'H' }}
        onFinish={(given) => save.mutate(bodyOf(given))}
      >
        <Form.Item name="title" label={t('document.name')} extra={t('document.nameHint')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="aliases" label={t('document.aliases')} extra={t('document.aliasesHint')}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="number" label={t('document.number')} extra={t('document.numberHint')}>
          <Input maxLength={60} />
        </Form.Item>
        <UrlField required={false} label={t('document.link')} />
        <BureauField name="bureau" label={t('document.bureau')} required />
        <Days />
        <Form.Item name="source" label={t('document.source')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="terms" label={t('document.terms')} extra={t('document.termsHint')}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="confidence" label={t('document.confidence')}>
          <Radio.Group className="choices" options={choices} />
        </Form.Item>
        <SheetEnd
          ok={t(document ? 'document.save' : 'document.submit')}
          onClose={onClose}
          pending={save.isPending}
          refusal={save.error && refusalWords(save.error, t)}
        />
      </Form>
    </Sheet>
  );
}
