import useMessage from 'antd/es/message/useMessage';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';

interface Toast {
  done: (words: string) => void;
  refused: (error: unknown) => void;
  /** Something that is left to do: it stays until the reader has had time for it. */
  failed: (words: string) => void;
}

const ToastContext = createContext<Toast | null>(null);

/** Short answers to what a person has just done, at the top of the page. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, place] = useMessage({ top: 64 });
  const { t } = useTranslation();
  const toast = useMemo<Toast>(
    () => ({
      done: (words) => void message.success(words, 3),
      refused: (error) => void message.error(refusalWords(error, t), 8),
      failed: (words) => void message.error(words, 15),
    }),
    [message, t],
  );
  return (
    <ToastContext value={toast}>
      {place}
      {children}
    </ToastContext>
  );
}

export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (toast === null) throw new Error('Toasts are known only inside the shell.');
  return toast;
}
