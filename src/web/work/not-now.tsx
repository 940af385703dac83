import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { Workspace } from '../../contract/records/record.js';
import { Sheet } from '../shell/sheet.js';
import { CHAIN, missingOf } from './standing.js';
import { useTold } from './told.js';
import { type Wish, wishOf } from './wish.js';

interface NotNowProps {
  incident: IncidentView;
  workspace: Workspace;
  wish: Wish;
  onClose: () => void;
}

/** What a link or a button has asked for cannot be recorded as the case stands, or not by this person: why. */
export function NotNow({ incident, workspace, wish, onClose }: NotNowProps) {
  const { t } = useTranslation();
  const told = useTold();
  const step = CHAIN.find((one) => wishOf(one) === wish);
  const missing = step === undefined ? [] : missingOf(workspace, step);
  return (
    <Sheet title={t('work.notNow')} subject={incident.title} onClose={onClose}>
      <ul>
        {missing.map((one) => (
          <li key={one.code}>{told(one)}</li>
        ))}
      </ul>
      {missing.length === 0 && <p>{t('work.nothing')}</p>}
      <footer className="over-end">
        <Button type="primary" onClick={onClose}>
          {t('work.understood')}
        </Button>
      </footer>
    </Sheet>
  );
}
