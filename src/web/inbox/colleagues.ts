import type { PersonName } from '../../contract/board.js';
import type { IncidentLine } from '../../contract/incident.js';
import { useBoard } from '../board/board-context.js';
import { usePerson } from '../session/person.js';

/** Who of one's own bureau may have the case in hand, oneself first. */
export function useColleagues({ restrictedTo }: Pick<IncidentLine, 'restrictedTo'>): PersonName[] {
  const me = usePerson();
  const people = useBoard((state) => state.people);
  const others = people.filter(
    ({ id, bureau }) => id !== me.id && bureau === me.bureau && restrictedTo?.includes(id) !== false,
  );
  return [{ id: me.id, name: me.displayName, bureau: me.bureau }, ...others];
}
