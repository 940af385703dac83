import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys.js';
import { usePerson } from '../session/person.js';
import { mayWish } from '../work/wish.js';

const rowsIn = (place: HTMLElement | null): HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('tbody tr[data-incident]') ?? []),
];
const rowAt = (place: HTMLElement | null): HTMLElement | undefined =>
  rowsIn(place).find((row) => row.contains(document.activeElement));

/** j and k walk down and up the rows, a signs for the one that has the focus, t goes to its transfer order; Enter opens it. */
export function useTableKeys(place: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = usePerson();
  const keys = useMemo(() => {
    const walk = (step: 1 | -1): void => {
      const rows = rowsIn(place.current);
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      rows[here === -1 ? 0 : here + step]?.querySelector<HTMLElement>('.event-title')?.focus();
    };
    const sign = (): void => rowAt(place.current)?.querySelector<HTMLElement>('button[data-does=acknowledge]')?.click();
    const transfer = (): void => {
      const id = rowAt(place.current)?.dataset['incident'];
      if (id !== undefined) void navigate({ to: '/incidents/$id', params: { id }, search: { do: 'transfer_order' } });
    };
    return [
      { key: 'j', name: t('board.key.next'), act: () => walk(1) },
      { key: 'k', name: t('board.key.before'), act: () => walk(-1) },
      { key: 'a', name: t('board.key.sign'), act: sign },
      ...(mayWish(role, 'transfer_order') ? [{ key: 't', name: t('board.key.transfer'), act: transfer }] : []),
    ];
  }, [place, navigate, role, t]);
  useKeys(keys);
}
