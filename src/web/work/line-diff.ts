export interface DiffLine {
  kind: 'same' | 'gone' | 'added';
  line: string;
}

/** Lengths of the longest common run of lines from each pair of places on. */
function commonFrom(old: readonly string[], fresh: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = table[i] as number[];
      const below = table[i + 1] as number[];
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/** How one text became another, line by line; what went stands before what came. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const common = commonFrom(old, fresh);
  const told: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    if (was !== undefined && was === is) {
      told.push({ kind: 'same', line: was });
      [i, j] = [i + 1, j + 1];
    } else if (was !== undefined && (is === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      told.push({ kind: 'gone', line: was });
      i += 1;
    } else {
      told.push({ kind: 'added', line: is ?? '' });
      j += 1;
    }
  }
  return told;
}
