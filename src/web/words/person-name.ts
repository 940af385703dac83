import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { usePerson } from '../session/person.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a name of the wire is an account's id. */
export const isAccount = (name: string): boolean => ID.test(name);

/**
 * Who did something, as the wire names him: `system:<room>` is the system, an account id is looked up among the people the
 * board knows (journal rows hold ids only), anything else is a name already.
 */
export function usePersonName(): (actor: string) => string {
  const { t } = useTranslation();
  const me = usePerson();
  const people = useBoard((state) => state.people);
  return (actor) => {
    if (actor === me.id) return me.displayName;
    if (actor.startsWith('system')) return t('person.system');
    const known = people.find((one) => one.id === actor);
    return known?.name ?? (isAccount(actor) ? t('person.someone') : actor);
  };
}
