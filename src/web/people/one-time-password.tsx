import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { AccountWithPassword } from '../../contract/account.js';
import { CopyText } from '../intakes/copy-text.js';
import { Sheet } from '../shell/sheet.js';

/** What is to be handed to the person, and cannot be seen again. */
export function OneTimePassword({ made, onClose }: { made: AccountWithPassword; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('people.passwordTitle')}
      subject={`${made.displayName} (${made.username})`}
      hint={t('people.passwordHint')}
      onClose={onClose}
    >
      <CopyText text={made.oneTimePassword ?? ''} name={t('people.password')} />
      <footer className="over-end">
        <Button type="primary" onClick={onClose}>
          {t('people.kept')}
        </Button>
      </footer>
    </Sheet>
  );
}
