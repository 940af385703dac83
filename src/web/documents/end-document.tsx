import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../contract/document.js';
import { refusalWords } from '../api/refusal-words.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { DayField } from './day-field.js';
import { useSave } from './use-save.js';

interface EndDocumentProps {
  document: DocumentView;
  today: string;
  onClose: () => void;
}

/** The last day on which an entry counts. */
export function EndDocument({ document, today, onClose }: EndDocumentProps) {
  const { t } = useTranslation();
  const save = useSave(document.id, onClose);
  return (
    <Sheet title={t('document.endTitle')} subject={document.title} hint={t('document.endHint')} onClose={onClose}>
      <Form<{ validTo: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ validTo: today }}
        onFinish={(given) => save.mutate(given)}
      >
        <DayField name="validTo" label={t('document.lastDay')} required />
        <SheetEnd
          ok={t('document.end')}
          onClose={onClose}
          pending={save.isPending}
          refusal={save.error && refusalWords(save.error, t)}
        />
      </Form>
    </Sheet>
  );
}
