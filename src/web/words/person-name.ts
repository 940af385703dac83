import { useTranslation } from 'react-i18next';
import { usePerson } from '../session/person.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Who did something, as the wire names him: `system:<room>` is the system, an account id without a name is a colleague (journal
 * rows hold ids only), anything else is a name already.
 */
export function usePersonName(): (actor: string) => string {
  const { t } = useTranslation();
  const me = usePerson();
  return (actor) => {
    if (actor === me.id) return me.displayName;
    if (actor.startsWith('system')) return t('person.system');
    return ID.test(actor) ? t('person.someone') : actor;
  };
}
