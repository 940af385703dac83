import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';

/** 已恢复未提交的内容 · 放弃 */
export function Restored({ kept, onDiscard }: { kept: object | null; onDiscard: () => void }) {
  const { t } = useTranslation();
  if (kept === null) return null;
  return (
    <p className="unsent" role="status">
      {t('unsent.restored')}
      <Button type="link" size="small" onClick={onDiscard}>
        {t('unsent.discard')}
      </Button>
    </p>
  );
}
