/** A single key that does something on the page being shown. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` names it. */
  key: string;
  /** What it does, in the language of the screen. */
  name: string;
  act: () => void;
}

const REMEMBERED = 'huiying.keys';
const TYPING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]';

let groups: readonly (readonly KeyBinding[])[] = [];
let on = localStorage.getItem(REMEMBERED) !== 'off';
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

/** Nothing happens while text is typed or composed, behind an open sheet, or with a modifier. */
function isMeant(event: KeyboardEvent): boolean {
  const { isComposing, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
  if (isComposing || ctrlKey || metaKey || altKey || defaultPrevented) return false;
  const typing = target instanceof Element && target.closest(TYPING) !== null;
  return !typing && document.querySelector('dialog[open]') === null;
}

function onKey(event: KeyboardEvent): void {
  if (!on || !isMeant(event)) return;
  const bound = groups.findLast((group) => group.some(({ key }) => key === event.key));
  const binding = bound?.find(({ key }) => key === event.key);
  if (!binding) return;
  event.preventDefault();
  binding.act();
}
window.addEventListener('keydown', onKey);

/** The single keys of the page and whether they are listened to (WCAG 2.2, 2.1.4: they can be switched off). */
export const keyDesk = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isOn: (): boolean => on,
  bound: () => groups,
  switchTo(next: boolean): void {
    on = next;
    localStorage.setItem(REMEMBERED, next ? 'on' : 'off');
    tell();
  },
  /** The group bound last wins a key that two bind. @returns ends it */
  bind(group: readonly KeyBinding[]): () => void {
    groups = [...groups, group];
    tell();
    return () => {
      groups = groups.filter((one) => one !== group);
      tell();
    };
  },
};
