import { useTranslation } from 'react-i18next';
import { workZh } from '../locales/zh-CN/work.js';

export type FieldName = keyof typeof workZh.work.field;
export type ChoiceName = keyof typeof workZh.work.choice;

const ORDER = Object.keys(workZh.work.field);
/** In the order of the forms; the database keeps none. */
export const inOrder = (fields: readonly string[]): string[] =>
  [...fields].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));

/** The values one may choose of. */
export const choicesOf = (name: ChoiceName): string[] => Object.keys(workZh.work.choice[name]);

/** Names of fields and of what is chosen in them. */
export function useWorkWords() {
  const { t } = useTranslation();
  const fields: Record<string, string> = t('work.field', { returnObjects: true });
  const choices: Record<string, Record<string, string>> = t('work.choice', { returnObjects: true });
  return {
    field: (name: string): string => fields[name] ?? name,
    choice: (name: string, value: string): string | undefined => choices[name]?.[value],
  };
}
