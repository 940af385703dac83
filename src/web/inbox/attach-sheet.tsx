import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../shell/sheet.js';
import { Attachments } from '../work/attachments.js';
import type { InboxSheetProps } from './sheet-props.js';

/** 附件: the telephone's own chooser, camera included; what is chosen is sent at once. */
export function AttachSheet({ line, onClose }: InboxSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('inbox.attachTitle')} subject={line.title} onClose={onClose}>
      <Attachments incidentId={line.id} record={null} open titled={false} />
      <footer className="over-end">
        <Button onClick={onClose}>{t('inbox.attachDone')}</Button>
      </footer>
    </Sheet>
  );
}
