import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { IntakeView } from '../../contract/intake.js';
import { Sheet } from '../shell/sheet.js';
import { CopyText } from './copy-text.js';
import { addressOf, exampleOf, SIGNATURE_HEADER } from './signing-example.js';

interface HandOverProps {
  intake: IntakeView;
  /** Known only just after it was made. */
  secret: string | null;
  onClose: () => void;
}

/** What the monitoring service needs: where to send, with what secret, how to sign. */
export function HandOver({ intake, secret, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const address = addressOf(window.location.origin, intake.id);
  const told = secret !== null;
  return (
    <Sheet
      title={t(told ? 'intake.secretTitle' : 'intake.how')}
      subject={`${intake.name} (${intake.id})`}
      hint={told ? t('intake.secretHint') : ''}
      onClose={onClose}
    >
      <dl className="hand-over">
        {told && (
          <>
            <dt>{t('intake.secret')}</dt>
            <dd>
              <CopyText text={secret} name={t('intake.secret')} />
            </dd>
          </>
        )}
        <dt>{t('intake.address')}</dt>
        <dd>
          <CopyText text={`POST ${address}`} name={t('intake.address')} />
        </dd>
        <dt>{t('intake.recipe')}</dt>
        <dd>
          <p>{t('intake.recipeBody', { header: SIGNATURE_HEADER })}</p>
          <p>{t('intake.batch')}</p>
        </dd>
        <dt>{t('intake.example')}</dt>
        <dd>
          <CopyText text={exampleOf(address, t('intake.exampleTitle'))} name={t('intake.example')} />
        </dd>
      </dl>
      <footer className="over-end">
        <Button type="primary" onClick={onClose}>
          {t(told ? 'intake.secretDone' : 'opml.close')}
        </Button>
      </footer>
    </Sheet>
  );
}
