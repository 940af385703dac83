import { useRouter } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { useBoardStore } from '../board/board-context.js';
import type { BoardStore } from '../board/board-store.js';
import { attend, onGesture } from './attend.js';
import { DesktopNotices } from './desktop-notice.js';
import { noticesOf, stillHolds } from './notice-of.js';
import { Player } from './player.js';
import { SoundContext, type Sound } from './sound-context.js';
import { KEPT_UNDER, SoundDesk } from './sound-desk.js';
import type { Heard } from './sound-watch.js';
import { TONES } from './tones.js';

function soundOf(store: BoardStore): Sound {
  const player = new Player(() => desk.look());
  const desk = new SoundDesk(player, localStorage, () => store.clock.now());
  return { desk, player };
}

/** Another tab of this browser has chosen. Answers how to stop. */
function onOtherTab(act: () => void): () => void {
  const changed = ({ key }: StorageEvent): void => {
    if (key === KEPT_UNDER || key === null) act();
  };
  window.addEventListener('storage', changed);
  return () => window.removeEventListener('storage', changed);
}

/** Shows on the desktop what is new while the tab is out of sight, and takes it back when it no longer holds. */
function noticer(open: (incident: string | null) => void) {
  const notices = new DesktopNotices();
  const tell = (heard: Heard): void => {
    notices.keepOnly((key) => stillHolds(key, heard.ringing));
    if (!document.hidden) return;
    for (const { incident, ...notice } of noticesOf(heard, i18next.t))
      notices.show({ ...notice, lang: i18next.language, onOpen: () => open(incident) });
  };
  return { tell, clear: () => notices.keepOnly(() => false) };
}

/** Lets every page behind the door be heard, for as long as somebody is signed in. */
export function Sounds({ children }: { children: ReactNode }) {
  const store = useBoardStore();
  const router = useRouter();
  const [sound] = useState(() => soundOf(store));
  useEffect(() => {
    const { desk, player } = sound;
    const { tell, clear } = noticer((id) => {
      void (id === null ? router.navigate({ to: '/' }) : router.navigate({ to: '/incidents/$id', params: { id } }));
    });
    const stops = [
      attend(store, desk, player, tell),
      onGesture(() => void desk.wake()),
      onOtherTab(() => desk.reread()),
    ];
    void desk.begin();
    return () => {
      for (const stop of stops) stop();
      clear();
      // Sent to the door unasked: nobody may be looking, and from there nothing is watched.
      if (desk.state().state === 'on' && 'next' in router.state.location.search) player.playLast(TONES.lost);
      else player.close();
    };
  }, [store, router, sound]);
  return <SoundContext value={sound}>{children}</SoundContext>;
}
