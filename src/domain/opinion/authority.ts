import type { AuthorityClass, OpinionRules } from './opinion-rules.js';

/** A publisher as `config/sources.yaml` names it. */
export interface Publisher {
  family: string | null;
  folder: string | null;
}

function classOf({ family, folder }: Publisher, classes: readonly AuthorityClass[]): AuthorityClass | undefined {
  const named = classes.find((one) => family !== null && one.families.includes(family));
  return named ?? classes.find((one) => one.folders.some((start) => folder?.startsWith(start)));
}

/** The class of the weightiest of some publishers; null when the file knows none of them. */
export function bestAuthority(publishers: readonly Publisher[], rules: OpinionRules): string | null {
  const { classes } = rules.authority;
  const known = publishers.flatMap((publisher) => classOf(publisher, classes) ?? []);
  const [best] = known.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return best?.id ?? null;
}
