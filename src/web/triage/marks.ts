import { useMemo, useState } from 'react';

/** The stories of the list that are marked, to be merged. */
export interface Marks {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  drop: (id: string) => void;
}

export function useMarks(): Marks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const put = (id: string, marked: (before: boolean) => boolean): void =>
      setIds((before) => {
        const next = new Set(before);
        if (marked(before.has(id))) next.add(id);
        else next.delete(id);
        return next;
      });
    return { ids, toggle: (id) => put(id, (before) => !before), drop: (id) => put(id, () => false) };
  }, [ids]);
}
