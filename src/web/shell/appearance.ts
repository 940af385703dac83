import { useSyncExternalStore } from 'react';
import { paint, type Scheme } from '../theme.js';

export type Choice = 'light' | 'dark' | 'system';
const CHOICES: readonly Choice[] = ['system', 'light', 'dark'];
const REMEMBERED = 'huiying.appearance';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
/** What the page itself asks for, whatever was chosen on this machine. */
let ofPage: Scheme | null = null;
let choice = CHOICES.find((one) => one === localStorage.getItem(REMEMBERED)) ?? 'system';

const schemeOf = (): Scheme => ofPage ?? (choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice);

function apply(): void {
  paint(document.documentElement, schemeOf());
  for (const listener of listeners) listener();
}
systemDark.addEventListener('change', apply);
// Paper is light.
window.addEventListener('beforeprint', () => paint(document.documentElement, 'light'));
window.addEventListener('afterprint', apply);

/** Chooses light, dark or the system's scheme, and remembers it on this machine. */
export function chooseAppearance(next: Choice): void {
  choice = next;
  localStorage.setItem(REMEMBERED, next);
  apply();
}

/** A page with a scheme of its own; null when it is left. Nothing is remembered. */
export function dressPage(scheme: Scheme | null): void {
  ofPage = scheme;
  apply();
}

/** To be called once before the first paint. */
export const startAppearance = apply;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useScheme = (): Scheme => useSyncExternalStore(subscribe, schemeOf);
export const useChoice = (): Choice => useSyncExternalStore(subscribe, () => choice);

/** The choice after this one, for a button that goes round. */
export function choiceAfter(current: Choice): Choice {
  return CHOICES[(CHOICES.indexOf(current) + 1) % CHOICES.length] ?? 'system';
}
