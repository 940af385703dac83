import type { FormInstance } from 'antd/es/form';
import { useEffect, useState } from 'react';
import { usePerson } from '../session/person.js';
import { keepUnsent, readUnsent, sweepUnsent, unsentKey } from './unsent-store.js';

function useKept<V>(incidentId: string, name: string) {
  const key = unsentKey(usePerson().id, incidentId, name);
  const [kept, setKept] = useState(() => {
    sweepUnsent(localStorage, Date.now());
    return readUnsent(localStorage, key, Date.now()) as V | null;
  });
  const forget = () => localStorage.removeItem(key);
  return {
    /** What was there when the form was opened; null: nothing, or it was given up. */
    kept,
    keep: (values: V) => keepUnsent(localStorage, key, values, Date.now()),
    /** It has been sent. */
    forget,
    discard: () => {
      forget();
      setKept(null);
    },
  };
}

/**
 * What is typed into a form about a case stays on this device until it has been sent: closing the sheet, losing the network, reloading
 * or being signed out loses none of it. Files are not kept.
 * @param name which form of the case
 */
export function useUnsent<V extends object>(form: Pick<FormInstance, 'resetFields'>, incidentId: string, name: string) {
  const { discard, ...unsent } = useKept<V>(incidentId, name);
  const [discarded, setDiscarded] = useState(0);
  // After the form has been given what it holds by itself.
  useEffect(() => {
    if (discarded > 0) form.resetFields();
  }, [form, discarded]);
  return {
    ...unsent,
    discard: () => {
      discard();
      setDiscarded((times) => times + 1);
    },
  };
}

/** The same for a single text. */
export function useUnsentText(incidentId: string, name: string) {
  const { kept, keep, forget, discard } = useKept<{ text: string }>(incidentId, name);
  const [text, setText] = useState(kept?.text ?? '');
  return {
    ...{ kept, text, forget },
    type: (next: string) => {
      keep({ text: next });
      setText(next);
    },
    discard: () => {
      discard();
      setText('');
    },
  };
}
