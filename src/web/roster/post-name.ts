import { useTranslation } from 'react-i18next';
import { DUTY_DESK } from '../../domain/roster/post.js';
import { useBureauName } from '../words/bureau-name.js';

/** Names a post of turns: 值班台, or a bureau. */
export function usePostName(): (post: string) => string {
  const { t } = useTranslation();
  const bureau = useBureauName();
  return (post) => (post === DUTY_DESK ? t('app.board') : bureau(post));
}
