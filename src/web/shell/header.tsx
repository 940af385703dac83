import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useBoardStore, useNow } from '../board/board-context.js';
import { beijingParts, wallClock } from '../clock/beijing.js';
import { Mark } from '../marks/mark.js';
import { usePerson, useSignOut } from '../session/person.js';
import { KeyButton } from '../keys/key-button.js';
import { SoundButton } from '../sound/sound-button.js';
import { Navigation } from './navigation.js';
import { AppearanceButton, LanguageButton } from './preferences.js';
import { SignalBadge } from './signal-badge.js';
import { useHeaderHeight } from './use-header-height.js';

/** A machine clock that is off by more than this is worth a word. */
const SKEW_MS = 2_000;

/** 北京时间 by the server, big; the machine's own clock is not asked. */
function BeijingClock() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const now = useNow();
  const { month, day, weekday } = beijingParts(now);
  const skew = clock.steered ? clock.skew() : 0;
  const skewed = t(skew > 0 ? 'time.skewed' : 'time.skewedBehind', { seconds: Math.round(Math.abs(skew) / 1000) });
  return (
    <div className="big-clock">
      <time className="big-clock-time">{clock.steered ? wallClock(now) : '--:--:--'}</time>
      <span className="big-clock-side">
        <span>{t('time.beijing')}</span>
        <span>
          {t('time.monthDay', { month, day })} {t(`time.weekday.d${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}
        </span>
      </span>
      {Math.abs(skew) > SKEW_MS && (
        <span className="skew" title={skewed}>
          <span aria-hidden="true">≠</span>
          <span className="unseen">{skewed}</span>
        </span>
      )}
    </div>
  );
}

function Who() {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const bureau = useBoard((state) => state.bureaus.find((one) => one.code === person.bureau));
  const bureauName = i18n.language === 'en' ? bureau?.nameEn : bureau?.nameZh;
  const standing = bureauName ?? t(`person.role.${person.role}`);
  const signOut = useSignOut();
  return (
    <div className="who">
      <span className="who-name" title={t('person.signedInAs')}>
        {person.displayName}
        <small>{standing === person.displayName ? person.username : standing}</small>
      </span>
      <Button type="text" onClick={() => void signOut()}>
        {t('person.signOut')}
      </Button>
    </div>
  );
}

export function Header() {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  useHeaderHeight(place);
  return (
    <header className="header" ref={place}>
      <Link to="/" className="brand">
        <Mark size={24} />
        <span className="brand-words">{t('app.name')}</span>
      </Link>
      <Navigation />
      <div className="header-middle">
        <SignalBadge />
        <SoundButton />
        <BeijingClock />
      </div>
      <div className="header-end">
        <LanguageButton />
        <AppearanceButton />
        <KeyButton />
        <Who />
      </div>
    </header>
  );
}
