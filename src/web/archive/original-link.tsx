import { useTranslation } from 'react-i18next';

/** Only http(s) addresses become links: the text comes from strangers. */
const isWeb = (link: string | null): link is string => link !== null && /^https?:\/\//i.test(link);

/** The way to the original, in a window that knows nothing of this one. */
export function OriginalLink({ link, title }: { link: string | null; title: string }) {
  const { t } = useTranslation();
  if (!isWeb(link)) return null;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer" aria-label={`${t('archive.original')}: ${title}`}>
      {t('archive.original')} ↗
    </a>
  );
}
