import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n.js';
import { choiceAfter, chooseAppearance, useChoice, type Choice } from './appearance.js';

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      lang={other}
      aria-label={`${t('language.other')} · ${t('language.switch')}`}
      onClick={() => void speak(other)}
    >
      {t('language.other')}
    </Button>
  );
}

const faces: Record<Choice, string> = {
  light:
    'M8 4.75a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5M8 1v1.25M8 13.75V15M1 8h1.25M13.75 8H15M3.05 3.05l.9.9M12.05 12.05l.9.9M3.05 12.95l.9-.9M12.05 3.95l.9-.9',
  dark: 'M13.5 9.75A6 6 0 0 1 6.25 2.5a6 6 0 1 0 7.25 7.25Z',
  system: 'M2 3h12v8H2zM5.5 13.5h5',
};

/** Goes round: as the system, light, dark. */
export function AppearanceButton() {
  const { t } = useTranslation();
  const choice = useChoice();
  const label = `${t('theme.label')}: ${t(`theme.${choice}`)}`;
  const face = (
    <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
      <path
        d={faces[choice]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
  return (
    <Button
      type="text"
      icon={face}
      title={label}
      aria-label={label}
      onClick={() => chooseAppearance(choiceAfter(choice))}
    />
  );
}
