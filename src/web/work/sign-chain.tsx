import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/records/record.js';

/** 签发层级: who has signed the newest text, and whose turn it is; nothing where one signature is enough. */
export function SignChain({ signOff }: Pick<Workspace, 'signOff'>) {
  const { t } = useTranslation();
  if (signOff.length === 0) return null;
  const turn = signOff.find(({ by }) => by === null)?.post;
  return (
    <p className="hint">
      {t('work.signChain')}
      {signOff
        .map(({ post, by }) => {
          const name = t(`work.signPost.${post}`);
          if (by !== null) return t('work.signedBy', { post: name, by });
          return post === turn ? t('work.signTurn', { post: name }) : name;
        })
        .join(' → ')}
    </p>
  );
}
