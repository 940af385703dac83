import { useTranslation } from 'react-i18next';
import { useBoard, useBoardStore, useNow } from '../board/board-context.js';
import type { Signal } from '../board/signal.js';

/** How well the page hears the server, judged every second and at every word. */
export function useSignal(): Signal {
  const store = useBoardStore();
  useNow();
  useBoard((state) => state);
  return store.signal();
}

/** 实时 / 重连中 / 已断开 N 秒: shape and word, colour besides. */
export function SignalBadge() {
  const { t } = useTranslation();
  const signal = useSignal();
  const words = signal.state === 'lost' ? t('signal.lost', { seconds: signal.seconds }) : t(`signal.${signal.state}`);
  return (
    <span className={`badge badge-${signal.state}`} title={t('signal.label')}>
      <span className="badge-dot" aria-hidden="true" />
      {words}
    </span>
  );
}
