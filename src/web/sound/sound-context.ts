import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Player } from './player.js';
import type { SoundDesk, SoundState } from './sound-desk.js';

export interface Sound {
  desk: SoundDesk;
  player: Player;
}

export const SoundContext = createContext<Sound | null>(null);

export function useSound(): Sound {
  const sound = useContext(SoundContext);
  if (sound === null) throw new Error('Sound is known only inside the shell.');
  return sound;
}

export function useSoundState(): SoundState {
  const { desk } = useSound();
  return useSyncExternalStore(desk.subscribe, desk.state);
}
