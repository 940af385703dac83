import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';

/** Names bureaus by their code in the page's language; an unknown code stands for itself. */
export function useBureauName(): (code: string) => string {
  const { i18n } = useTranslation();
  const bureaus = useBoard((state) => state.bureaus);
  return (code) => {
    const bureau = bureaus.find((one) => one.code === code);
    return (i18n.language === 'en' ? bureau?.nameEn : bureau?.nameZh) ?? code;
  };
}
