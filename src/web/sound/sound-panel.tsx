import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { wallMinute } from '../clock/beijing.js';
import { LevelWord } from '../marks/level-word.js';
import { DesktopPart } from './desktop-part.js';
import { ringingOf } from './ringing.js';
import { useSound, useSoundState } from './sound-context.js';
import { MUTE_MINUTES, type SoundState } from './sound-desk.js';
import { type ToneName, TONES } from './tones.js';

/** In the order of the day: what comes, what nears, what is missed. */
const TESTS: readonly ToneName[] = ['grave', 'opened', 'soon', 'overdue', 'lost'];
const NAMED = 3;

/** Which cases ring, each a way to where it is acknowledged. */
function Ringing({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const lines = ringingOf(useBoard((state) => state.incidents));
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('sound.ringing')}</h2>
      <ul className="sound-cases">
        {lines.slice(0, NAMED).map(({ id, level, title }) => (
          <li key={id}>
            <LevelWord level={level} />
            <Link to="/incidents/$id" params={{ id }} onClick={onLeave}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {lines.length > NAMED && <p className="hint">{t('sound.others', { count: lines.length - NAMED })}</p>}
    </section>
  );
}

function Mute({ sound, onGone }: { sound: SoundState; onGone: () => void }) {
  const { t } = useTranslation();
  const { desk } = useSound();
  if (sound.state !== 'on' && sound.state !== 'muted') return null;
  const unmute = (): void => {
    desk.unmute();
    onGone();
  };
  return (
    <section>
      <h2>{t('sound.mute')}</h2>
      <div className="sound-row">
        {MUTE_MINUTES.map((minutes) => (
          <Button key={minutes} size="small" onClick={() => desk.muteFor(minutes)}>
            {t('sound.minutes', { count: minutes })}
          </Button>
        ))}
        {sound.state === 'muted' && (
          <Button size="small" type="primary" onClick={unmute}>
            {t('sound.unmute')}
          </Button>
        )}
      </div>
      {sound.state === 'on' && <p className="hint">{t('sound.muteAll')}</p>}
    </section>
  );
}

/** Plays each tone by hand, whatever the desk is set to, and says what came of it. */
function Tests() {
  const { t } = useTranslation();
  const { desk, player } = useSound();
  const [said, setSaid] = useState('');
  const test = async (name: ToneName): Promise<void> => {
    await player.open();
    desk.look();
    const tone = t(`sound.tone.${name}`);
    setSaid(player.play(TONES[name]) ? t('sound.tried', { tone }) : t('sound.refused'));
  };
  return (
    <section>
      <h2>{t('sound.try')}</h2>
      <div className="sound-row">
        {TESTS.map((name) => (
          <Button key={name} size="small" onClick={() => void test(name)}>
            {t(`sound.tone.${name}`)}
          </Button>
        ))}
      </div>
      <p className="hint" role="status">
        {said}
      </p>
    </section>
  );
}

interface SoundPanelProps {
  /** A page is opened from here. */
  onLeave: () => void;
  /** The button that was pressed goes away: its focus must go somewhere. */
  onGone: () => void;
}

/** Everything that can be done about the sound of this screen, and what is true of it. */
export function SoundPanel({ onLeave, onGone }: SoundPanelProps) {
  const { t } = useTranslation();
  const { desk } = useSound();
  const sound = useSoundState();
  const time = sound.state === 'muted' ? wallMinute(sound.until) : '';
  const start = (): void => {
    void desk.start();
    onGone();
  };
  const stop = (): void => {
    desk.stop();
    onGone();
  };
  const isToStart = sound.state === 'off' || sound.state === 'blocked' || sound.state === 'starting';
  return (
    <>
      <section>
        <p className="sound-says" role="status">
          {t(`sound.says.${sound.state}`, { time })}
        </p>
        {isToStart && (
          <Button type="primary" block onClick={start}>
            {t('sound.start')}
          </Button>
        )}
      </section>
      {sound.state === 'on' && <Ringing onLeave={onLeave} />}
      <Mute sound={sound} onGone={onGone} />
      {sound.state !== 'unable' && <Tests />}
      <DesktopPart />
      <div className="sound-end">
        <p className="hint">{t('sound.only')}</p>
        {sound.state !== 'off' && sound.state !== 'unable' && (
          <Button size="small" onClick={stop}>
            {t('sound.stop')}
          </Button>
        )}
      </div>
    </>
  );
}
