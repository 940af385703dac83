import type { BoardStore } from '../board/board-store.js';
import type { Player } from './player.js';
import type { SoundDesk } from './sound-desk.js';
import { SoundWatch, type Heard } from './sound-watch.js';
import { TONES } from './tones.js';

/**
 * Plays what the board gives reason to, and tells what was new. Looks every second and at every word of the server: a tab in the
 * background is given its seconds late, the server's words not.
 */
export function attend(store: BoardStore, desk: SoundDesk, player: Player, tell: (heard: Heard) => void): () => void {
  const watch = new SoundWatch();
  let wasOn = false;
  const look = (): void => {
    desk.look();
    const isOn = desk.state().state === 'on';
    if (wasOn && !isOn) player.hush();
    wasOn = isOn;
    const { incidents, seq } = store.state();
    const heard = watch.look({
      ...{ incidents, known: seq !== null, isLost: store.signal().state === 'lost' },
      ...{ now: store.clock.now(), steady: performance.now(), audible: isOn },
    });
    if (heard.hush) player.hush();
    if (heard.tone !== null) player.play(TONES[heard.tone]);
    tell(heard);
  };
  const stops = [store.subscribe(look), store.clock.subscribe(look), desk.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Every gesture on the page is a chance to be allowed to sound again. Answers how to stop. */
export function onGesture(act: () => void): () => void {
  const kinds = ['pointerup', 'click', 'keydown'] as const;
  for (const kind of kinds) document.addEventListener(kind, act, { capture: true });
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, act, { capture: true });
  };
}
