import { useTranslation } from 'react-i18next';

/** The source that hand reports belong to bears a name in both languages: its id says it in the page's. */
const BY_HAND = 'manual';

/** What a source is called where somebody else is named as the article's own. */
export function useSourceName(): (source: { sourceId: string; sourceName: string }) => string {
  const { t } = useTranslation();
  return ({ sourceId, sourceName }) => (sourceId === BY_HAND ? t('app.reportByHand') : sourceName);
}
