import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../shell/sheet.js';
import { keyDesk } from './key-desk.js';
import { useBoundKeys, useKeysOn } from './use-keys.js';

/** What single keys do on this page, and the switch that turns them all off. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = useBoundKeys();
  const on = useKeysOn();
  return (
    <Sheet title={t('keys.title')} hint={t('keys.hint')} onClose={onClose}>
      <dl className="key-list">
        {groups.flat().map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <p className="key-switch">
        <Checkbox checked={on} onChange={({ target }) => keyDesk.switchTo(target.checked)}>
          {t('keys.on')}
        </Checkbox>
      </p>
      <div className="over-end">
        <Button onClick={onClose}>{t('keys.done')}</Button>
      </div>
    </Sheet>
  );
}
