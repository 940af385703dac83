import useMessage from 'antd/es/message/useMessage';
import { useEffect } from 'react';

/** Words at the top of the page, for so many seconds. */
export interface Said {
  kind: 'success' | 'error';
  words: string;
  seconds: number;
}

/** Where toasts appear. It tells who wants to say something how, as soon as it is there. */
export function ToastPlace({ onReady }: { onReady: (say: (said: Said) => void) => void }) {
  const [message, place] = useMessage({ top: 64 });
  useEffect(() => onReady(({ kind, words, seconds }) => void message[kind](words, seconds)), [message, onReady]);
  return place;
}
