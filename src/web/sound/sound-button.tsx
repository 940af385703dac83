import { lazy, Suspense, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { wallMinute } from '../clock/beijing.js';
import { useFolded } from '../shell/use-folded.js';
import { ringingOf } from './ringing.js';
import { useSoundState } from './sound-context.js';
import type { SoundState } from './sound-desk.js';
import { SoundSign, type SoundFace } from './sound-sign.js';
import '../styles/sound.css';

const SoundPanel = lazy(() => import('./sound-panel.js').then((module) => ({ default: module.SoundPanel })));

const faces: Record<SoundState['state'], SoundFace> = {
  off: 'off',
  unable: 'blocked',
  starting: 'off',
  blocked: 'blocked',
  muted: 'muted',
  on: 'on',
};

/** How the sound of this screen stands, in the header of every page; opens all that can be done about it. */
export function SoundButton() {
  const { t } = useTranslation();
  const id = useId();
  const sound = useSoundState();
  const ringing = useBoard((state) => ringingOf(state.incidents).length);
  const { open, setOpen, place, button, handlers } = useFolded();
  const panel = useRef<HTMLDivElement>(null);
  const isRinging = sound.state === 'on' && ringing > 0;
  const time = sound.state === 'muted' ? wallMinute(sound.until) : '';
  const word = isRinging ? t('sound.word.ringing', { count: ringing }) : t(`sound.word.${sound.state}`, { time });
  return (
    <div className="sound" ref={place} {...handlers}>
      <button
        type="button"
        ref={button}
        className={`sound-button sound-${isRinging ? 'ringing' : sound.state}`}
        title={t('sound.label')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <SoundSign face={isRinging ? 'ringing' : faces[sound.state]} />
        {word}
      </button>
      {open && (
        <div ref={panel} tabIndex={-1} className="sound-panel" id={id} role="group" aria-label={t('sound.label')}>
          <Suspense>
            <SoundPanel onLeave={() => setOpen(false)} onGone={() => panel.current?.focus()} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
