import { useEffect, useSyncExternalStore } from 'react';
import { keyDesk, type KeyBinding } from './key-desk.js';

/** Binds single keys for as long as the component is shown. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  useEffect(() => keyDesk.bind(bindings), [bindings]);
}

export const useBoundKeys = () => useSyncExternalStore(keyDesk.subscribe, keyDesk.bound);
export const useKeysOn = () => useSyncExternalStore(keyDesk.subscribe, keyDesk.isOn);
