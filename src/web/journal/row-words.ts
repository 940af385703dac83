import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../../contract/incident.js';
import { chainZh } from '../locales/zh-CN/chain.js';
import { useJournalWords } from '../words/journal-words.js';
import { usePersonName } from '../words/person-name.js';

type AccountKind = keyof typeof chainZh.chain.account;
type Group = keyof typeof chainZh.chain.group;

const accountKind = (kind: string): AccountKind | null => {
  const key = kind.replace('.', '_');
  return Object.hasOwn(chainZh.chain.account, key) ? (key as AccountKind) : null;
};

/** Says any row of the journal: those of accounts and sign-ins, too, which no board shows. */
export function useRowWords(): (row: JournalLine) => string {
  const { t } = useTranslation();
  const words = useJournalWords();
  const person = usePersonName();
  return (row) => {
    const kind = accountKind(row.kind);
    if (!kind) return words(row);
    const { accountId } = row.data;
    const name = typeof accountId === 'string' && accountId !== '' ? person(accountId) : t('chain.unknownName');
    return t(`chain.account.${kind}`, { actor: person(row.actor), name });
  };
}

/** What a group of kinds is called; one without a word stands for itself. */
export function useGroupName(): (group: string) => string {
  const { t } = useTranslation();
  return (group) => (Object.hasOwn(chainZh.chain.group, group) ? t(`chain.group.${group as Group}`) : group);
}
