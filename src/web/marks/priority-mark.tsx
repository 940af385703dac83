import { useTranslation } from 'react-i18next';
import type { Priority } from '../../domain/priority.js';

/** 重点事项, as shape and word; with what it is one for. */
export function PriorityMark({ priority, short = false }: { priority: readonly Priority[]; short?: boolean }) {
  const { t } = useTranslation();
  const names = priority.map((one) => t(`priority.name.${one}`)).join(t('list.comma'));
  return (
    <span className="priority-mark" title={short ? names : undefined}>
      <svg viewBox="0 0 12 12" className="sign" aria-hidden="true">
        <path
          d="M3 11V1.5h6.5L7.75 4l1.75 2.5H3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {t('priority.title')}
      {!short && `：${names}`}
    </span>
  );
}
