import { createContext, lazy, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import { Later } from './later.js';
import type { Said } from './toast-place.js';

const ToastPlace = lazy(() => import('./toast-place.js').then((module) => ({ default: module.ToastPlace })));

interface Toast {
  done: (words: string) => void;
  refused: (error: unknown) => void;
  /** Something that is left to do: it stays until the reader has had time for it. */
  failed: (words: string) => void;
}

const ToastContext = createContext<Toast | null>(null);

/** What is said before there is a place for it waits. */
class Sayings {
  private waiting: Said[] = [];
  private show: ((said: Said) => void) | null = null;

  readonly say = (said: Said): void => {
    if (this.show) this.show(said);
    else this.waiting.push(said);
  };

  readonly placed = (show: (said: Said) => void): void => {
    this.show = show;
    for (const said of this.waiting.splice(0)) show(said);
  };
}

/** Short answers to what a person has just done, at the top of the page. What is said before their place is there waits. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [sayings] = useState(() => new Sayings());
  const toast = useMemo<Toast>(
    () => ({
      done: (words) => sayings.say({ kind: 'success', words, seconds: 3 }),
      refused: (error) => sayings.say({ kind: 'error', words: refusalWords(error, t), seconds: 8 }),
      failed: (words) => sayings.say({ kind: 'error', words, seconds: 15 }),
    }),
    [sayings, t],
  );
  return (
    <ToastContext value={toast}>
      <Later>
        <ToastPlace onReady={sayings.placed} />
      </Later>
      {children}
    </ToastContext>
  );
}

export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (toast === null) throw new Error('Toasts are known only inside the shell.');
  return toast;
}
