import { useTranslation } from 'react-i18next';
import { useSound, useSoundState } from './sound-context.js';
import { SoundSign } from './sound-sign.js';

/** Sound was asked for on this machine, and the browser keeps it back: a silent screen must not be taken for a quiet day. */
export function SoundBanner() {
  const { t } = useTranslation();
  const { desk } = useSound();
  if (useSoundState().state !== 'blocked') return null;
  return (
    <div className="banner banner-blind banner-sound" role="status">
      <SoundSign face="blocked" />
      <strong>{t('sound.banner')}</strong>
      <button type="button" onClick={() => void desk.wake()}>
        {t('sound.bannerOpen')}
      </button>
      <span>{t('sound.bannerWhy')}</span>
    </div>
  );
}
