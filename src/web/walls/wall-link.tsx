import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { WallWithToken } from '../../contract/wall.js';
import { CopyText } from '../intakes/copy-text.js';
import { Sheet } from '../shell/sheet.js';

/** What is to be opened on the wall, and cannot be seen again. */
export function WallLink({ made, onClose }: { made: WallWithToken; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('walls.linkTitle')} subject={made.name} hint={t('walls.linkHint')} onClose={onClose}>
      <CopyText text={`${window.location.origin}/wall#${made.token}`} name={t('walls.link')} />
      <p className="hint">{t('walls.linkMore')}</p>
      <footer className="over-end">
        <Button type="primary" onClick={onClose}>
          {t('walls.kept')}
        </Button>
      </footer>
    </Sheet>
  );
}
